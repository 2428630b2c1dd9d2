// CodeMirror with its basic setup, which has highlighting, folding and search, and Java.
import { EditorState, Transaction } from '@codemirror/state';
import { java } from '@codemirror/lang-java';
import { basicSetup, EditorView } from 'codemirror';
import { Bench } from './bench.js';

const state = (doc, ...more) => EditorState.create({ doc, extensions: [basicSetup, ...more] });
const host = document.getElementById('editor');
const view = new EditorView({ state: state('', java()), parent: host });
const unrecorded = Transaction.addToHistory.of(false);

globalThis.bench = new Bench({
  open(text) {
    view.setState(state(text, java()));
    view.scrollDOM.scrollTop = 0;
  },

  openPlain(text) {
    view.setState(state(text));
  },

  append(text) {
    view.dispatch({ changes: { from: view.state.doc.length, insert: text }, annotations: unrecorded });
  },

  revealTail() {
    view.scrollDOM.scrollTop = view.scrollDOM.scrollHeight;
  },

  // A change is in the document's tree as soon as it is dispatched.
  draw() {},

  jumpToEnd() {
    view.dispatch({ selection: { anchor: view.state.doc.length }, scrollIntoView: true });
  },

  startLine(after, text) {
    const from = view.state.doc.line(after).to;
    const caret = from + 1 + text.length;
    view.dispatch({ changes: { from, insert: '\n' + text }, selection: { anchor: caret } });
    view.dispatch({ effects: EditorView.scrollIntoView(caret, { y: 'center' }) });
    view.focus();
  },

  lineCount: () => view.state.doc.lines,
  lineText: number => view.state.doc.line(number).text,
  lineHeight: () => view.defaultLineHeight,
  viewport: () => view.scrollDOM.getBoundingClientRect(),
  drawnLines: () => [...view.contentDOM.querySelectorAll('.cm-line')],
  lastDrawnNumber: () => Number(host.querySelector('.cm-lineNumbers').lastElementChild.textContent),

  /** The classes that style-mod makes for a highlight style begin with this letter. */
  isColoured: span => span.className.startsWith('ͼ'),
});
