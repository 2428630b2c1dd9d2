// A Chromium of its own for a measurement, with a new, empty profile, and the memory of all its processes.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
  // Nothing but the pages' own server is to be reached.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Opens a page in a new Chromium, hands it over, and ends the Chromium. */
export const inBrowser = async (executablePath, address, use) => {
  const profile = await mkdtemp(join(tmpdir(), 'quarry-bench-'));
  try {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath, args: FLAGS, headless: true, viewport: { width: 1280, height: 900 },
    });
    try {
      const page = context.pages()[0];
      const broken = new Promise((_, reject) => {
        page.on('pageerror', reject);
        page.on('crash', () => reject(new Error('the page crashed')));
      });
      await page.goto(address);
      await page.evaluate(() => bench.ready());
      return await Promise.race([use(page, profile), broken]);
    } finally {
      await context.close();
    }
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
};

/**
 * What the processes of the Chromium with that profile take, in MB: shared pages by their share (PSS) and in full
 * (RSS). Null where there is no /proc.
 */
export const memory = async profile => {
  const processes = await readdir('/proc').catch(() => []);
  const children = new Map();
  let root;
  for (const id of processes.filter(name => /^\d+$/.test(name))) {
    const status = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => '');
    const command = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
    const parent = status.slice(status.lastIndexOf(')') + 2).split(' ')[1];
    children.set(parent, [...children.get(parent) ?? [], id]);
    if (command.includes(`--user-data-dir=${profile}\0`) && !command.includes('--type=')) {
      root = id;
    }
  }
  if (root === undefined) {
    return null;
  }
  const tree = [root];
  for (let i = 0; i < tree.length; i++) {
    tree.push(...children.get(tree[i]) ?? []);
  }
  let pss = 0;
  let rss = 0;
  for (const id of tree) {
    const rollup = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => '');
    pss += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
    rss += Number(/^Rss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
  }
  return { pssMegabytes: pss / 1024, rssMegabytes: rss / 1024, processes: tree.length };
};

/** The page's JavaScript heap in use, in MB. */
export const heap = async page => {
  const session = await page.context().newCDPSession(page);
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1024 / 1024;
};
