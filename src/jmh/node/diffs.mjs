// Measures how long Monaco's diff editor takes to show the diff of two files, and writes for each browser the
// milliseconds of each opening, as JSON.
//
//   node diffs.mjs --chromium PATH --browsers N --openings N BEFORE AFTER RESULT
import { writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { inBrowser } from './browser.mjs';
import { bundle, serve } from './site.mjs';

const MOST_MILLIS = 60_000;

const { values, positionals: [before, after, result] } = parseArgs({
  allowPositionals: true,
  options: { chromium: { type: 'string' }, browsers: { type: 'string' }, openings: { type: 'string' } },
});
const here = dirname(fileURLToPath(import.meta.url));

const measure = async page => {
  await page.evaluate(async () => {
    globalThis.texts = await Promise.all(['before', 'after'].map(async name => (await fetch(`/files/${name}`)).text()));
  });
  const times = [];
  for (let opening = 0; opening < Number(values.openings); opening++) {
    times.push(await page.evaluate(most => bench.open(...texts, most), MOST_MILLIS));
  }
  if (await page.evaluate(() => bench.hunks()) === 0) {
    throw new Error('Monaco found no difference');
  }
  return times;
};

const folder = join(here, 'site');
await bundle(here, folder);
const site = await serve(here, folder, { before: resolve(before), after: resolve(after) });
try {
  const browsers = [];
  for (let browser = 0; browser < Number(values.browsers); browser++) {
    browsers.push(await inBrowser(values.chromium, `${site.address}/monaco-diff.html`, measure));
  }
  await writeFile(result, JSON.stringify(browsers));
} finally {
  site.close();
}
