// Monaco's diff editor as it comes, side by side, with Java.
import * as monaco from 'monaco-editor/editor/editor.api.js';
import 'monaco-editor/features/register.all.js';
import 'monaco-editor/languages/definitions/java/register.js';

globalThis.MonacoEnvironment = { getWorker: () => new Worker('editor.worker.js', { type: 'module' }) };

const host = document.getElementById('editor');
const editor = monaco.editor.createDiffEditor(host, { renderSideBySide: true });

const show = (before, after) => {
  const old = editor.getModel();
  editor.setModel({
    original: monaco.editor.createModel(before, 'java'),
    modified: monaco.editor.createModel(after, 'java'),
  });
  old?.original.dispose();
  old?.modified.dispose();
};

const frame = () => new Promise(resolve => requestAnimationFrame(resolve));

/** Whether a line is drawn as inserted or deleted, and a word in a colour of its own (mtk1 is that of plain text). */
const isShown = () => host.querySelector('.line-insert, .line-delete') !== null
  && [...host.querySelectorAll('.view-line span')].some(span => /\bmtk(?!1\b)\d+\b/.test(span.className));

const shown = async most => {
  const end = performance.now() + most;
  while (!isShown()) {
    if (performance.now() > end) {
      throw new Error('no difference was shown');
    }
    await frame();
  }
  await frame(); // it was drawn by the end of the frame before
};

globalThis.bench = {
  /** A diff of a few lines is open, so that the editor and its worker are there. */
  async ready() {
    show('class A {\n    int one;\n}\n', 'class A {\n    int two;\n}\n');
    await shown(30_000);
  },

  async open(before, after, most) {
    show('', '');
    await frame();
    await frame();
    const start = performance.now();
    show(before, after);
    await shown(most);
    return performance.now() - start;
  },

  hunks: () => editor.getLineChanges()?.length ?? 0,
};
