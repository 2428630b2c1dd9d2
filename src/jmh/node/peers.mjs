// Measures Monaco and CodeMirror in Chromium and prints one JSON object.
//
//   node peers.mjs [--chromium PATH] [--limit SECONDS] STREAMED TYPED OPENED
//
// STREAMED arrives in pieces, TYPED is typed into, OPENED is opened: three files of Java. A measurement that takes
// longer than the limit ends there and says "complete": false; its times are then what it had taken so far.
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { heap, inBrowser, memory } from './browser.mjs';
import { bundle, serve } from './site.mjs';

const PIECE = 5;
const COALESCED_PIECE = 400;
const PIECES_PER_SECOND = 5_000;
/** Four lines of 50 characters, none of which an editor completes or closes. */
const STATEMENT = 'total = price * count + tax - discount / share; //';
const TYPED_LINES = 4;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { chromium: { type: 'string', default: '/usr/bin/chromium' }, limit: { type: 'string', default: '60' } },
});
if (positionals.length !== 3) {
  throw new Error('three files are needed: one to stream, one to type into, one to open');
}
const limit = Number(values.limit) * 1_000;
const here = dirname(fileURLToPath(import.meta.url));
const [streamed, typed, opened] = positionals.map(file => resolve(file));

const load = (page, name) => page.evaluate(async file => {
  globalThis.text = await (await fetch(file)).text();
}, `/files/${name}`);

/** How long the editor takes to open a file and to get to its end, and what memory that costs. */
const openAndWeigh = async (page, profile) => {
  await load(page, 'opened');
  const before = await memory(profile);
  const { first, jump, lines } = await page.evaluate(most => bench.open(text, most), limit);
  const after = await memory(profile);
  const heapMegabytes = await heap(page);
  const again = await page.evaluate(most => bench.openAgain(text, most), limit);
  return { open: { first, jump, again, lines }, memory: { empty: before, opened: after, heapMegabytes } };
};

const type = async page => {
  await load(page, 'typed');
  await page.evaluate(most => bench.openForTyping(text, most), limit);
  const middle = await page.evaluate(() => Math.floor(text.split('\n').length / 2));
  for (let line = 0; line < TYPED_LINES; line++) {
    await page.evaluate(number => bench.startTyping(number), middle + line * 10);
    for (const character of STATEMENT) {
      await page.evaluate(key => bench.expect(key), character);
      await page.keyboard.press(character === ' ' ? 'Space' : character);
      await page.evaluate(() => bench.typed());
    }
  }
  return page.evaluate(() => bench.typing());
};

const measure = async (address, name, packageName) => {
  const fresh = use => inBrowser(values.chromium, `${address}/${name}.html`, use);
  const inPage = (method, ...numbers) => fresh(async page => {
    await load(page, 'streamed');
    return page.evaluate(([what, args]) => bench[what](text, ...args), [method, [...numbers, limit]]);
  });
  return {
    name,
    version: createRequire(import.meta.url)(join(here, 'node_modules', packageName, 'package.json')).version,
    ...await fresh(openAndWeigh),
    typing: await fresh(type),
    append: {
      oneTask: await inPage('appendInOneTask', PIECE),
      coalesced: await inPage('appendInOneTask', COALESCED_PIECE),
      taskPerPiece: await inPage('appendTaskByTask', PIECE),
    },
    stream: {
      editPerPiece: await inPage('stream', PIECE, PIECES_PER_SECOND, false),
      editPerFrame: await inPage('stream', PIECE, PIECES_PER_SECOND, true),
    },
  };
};

const folder = join(here, 'site');
await bundle(here, folder);
const site = await serve(here, folder, { streamed, typed, opened });
try {
  const browser = await inBrowser(values.chromium, `${site.address}/codemirror.html`,
    page => page.context().browser()?.version() ?? page.evaluate(() => navigator.userAgent));
  const peers = [
    await measure(site.address, 'monaco', 'monaco-editor'),
    await measure(site.address, 'codemirror', '@codemirror/view'),
  ];
  console.log(JSON.stringify({ browser, peers }, null, 1));
} finally {
  site.close();
}
