// Monaco with all its features and Java, as it comes, but for the suggestion list: the editor it is compared with
// has none, and neither has CodeMirror for Java.
import * as monaco from 'monaco-editor/editor/editor.api.js';
import 'monaco-editor/features/register.all.js';
import 'monaco-editor/languages/definitions/java/register.js';
import { Bench } from './bench.js';

globalThis.MonacoEnvironment = { getWorker: () => new Worker('editor.worker.js', { type: 'module' }) };

const host = document.getElementById('editor');
const editor = monaco.editor.create(host, {
  value: '', language: 'java', quickSuggestions: false, wordBasedSuggestions: 'off', scrollBeyondLastLine: false,
});

const openAs = (text, language) => {
  const old = editor.getModel();
  editor.setModel(monaco.editor.createModel(text, language));
  old.dispose();
};

globalThis.bench = new Bench({
  open: text => openAs(text, 'java'),
  openPlain: text => openAs(text, 'plaintext'),

  append(text) {
    const model = editor.getModel();
    const line = model.getLineCount();
    const column = model.getLineMaxColumn(line);
    model.applyEdits([{ range: new monaco.Range(line, column, line, column), text, forceMoveMarkers: true }]);
  },

  revealTail() {
    editor.setScrollTop(editor.getScrollHeight());
  },

  // Without it, what changes within an animation frame is drawn in the next one.
  draw() {
    editor.render();
  },

  jumpToEnd() {
    const model = editor.getModel();
    const line = model.getLineCount();
    editor.setPosition({ lineNumber: line, column: model.getLineMaxColumn(line) });
    editor.revealLine(line);
  },

  /** Opens a new line below, which gets the text, and puts the caret behind it. */
  startLine(after, text) {
    const column = editor.getModel().getLineMaxColumn(after);
    editor.setPosition({ lineNumber: after, column });
    editor.executeEdits('bench', [{ range: new monaco.Range(after, column, after, column), text: '\n' + text }]);
    editor.setPosition({ lineNumber: after + 1, column: text.length + 1 });
    editor.revealLineInCenter(after + 1);
    editor.focus();
  },

  lineCount: () => editor.getModel().getLineCount(),
  lineText: number => editor.getModel().getLineContent(number),
  lineHeight: () => editor.getOption(monaco.editor.EditorOption.lineHeight),
  viewport: () => host.getBoundingClientRect(),

  /** What is drawn, top to bottom, also outside the viewport. */
  drawnLines: () => [...host.querySelectorAll('.lines-content > .view-lines > .view-line')]
    .sort((one, other) => parseFloat(one.style.top) - parseFloat(other.style.top)),

  lastDrawnNumber: () => Math.max(...[...host.querySelectorAll('.margin-view-overlays .line-numbers')]
    .map(number => Number(number.textContent))),

  /** The class mtk1 is that of text without a colour of its own. */
  isColoured: span => /\bmtk(?!1\b)\d+\b/.test(span.className),
});
