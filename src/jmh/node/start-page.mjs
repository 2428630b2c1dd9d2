// Bundles the page that Chromium's start is measured with. Argument: the file to write.
import { build } from 'esbuild';

await build({
  entryPoints: ['page/start.js'], outfile: process.argv[2],
  bundle: true, minify: true, format: 'esm', target: 'es2022', charset: 'utf8', logLevel: 'error',
});
