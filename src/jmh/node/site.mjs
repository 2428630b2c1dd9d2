// The pages under measurement: bundled from the packages, served on the loopback interface.
import { build } from 'esbuild';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.ttf': 'font/ttf' };

/** Bundles the pages into a folder. */
export const bundle = async (here, folder) => {
  await build({
    absWorkingDir: here,
    entryPoints: {
      monaco: 'page/monaco.js',
      'monaco-diff': 'page/monaco-diff.js',
      codemirror: 'page/codemirror.js',
      arrivals: 'page/arrivals.js',
      'editor.worker': 'monaco-editor/editor/editor.worker.js',
    },
    bundle: true, splitting: true, minify: true, format: 'esm', target: 'es2022', charset: 'utf8',
    loader: { '.ttf': 'file' }, outdir: folder, logLevel: 'error',
  });
};

/**
 * Serves the bundled pages and the named files, as /files/NAME.
 *
 * @return the address, and how to stop
 */
export const serve = async (here, folder, files) => {
  const template = await readFile(join(here, 'page/index.html'), 'utf8');
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://127.0.0.1').pathname;
    const name = path.slice(path.lastIndexOf('/') + 1);
    const headers = type => ({
      'Content-Type': `${type}; charset=utf-8`,
      // The worker waits on shared memory, which only an isolated page has.
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    });
    if (extname(name) === '.html') {
      response.writeHead(200, headers(TYPES['.html']));
      response.end(template.replaceAll('EDITOR', name.slice(0, -'.html'.length)));
      return;
    }
    const file = path.startsWith('/files/') ? files[name] : join(folder, name);
    if (file === undefined || !await stat(file).then(found => found.isFile(), () => false)) {
      // A peer without a style sheet of its own.
      response.writeHead(extname(name) === '.css' ? 200 : 404, headers('text/css'));
      response.end();
      return;
    }
    response.writeHead(200, headers(TYPES[extname(name)] ?? 'text/plain'));
    createReadStream(file).pipe(response);
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
