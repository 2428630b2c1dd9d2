// An empty CodeMirror that is typed into at once, and says when the letter is on the screen.
import { java } from '@codemirror/lang-java';
import { basicSetup, EditorView } from 'codemirror';

const view = new EditorView({ doc: '', extensions: [basicSetup, java()], parent: document.getElementById('editor') });
view.focus();
requestAnimationFrame(() => {
  view.dispatch({ changes: { from: 0, insert: 'x' }, selection: { anchor: 1 }, userEvent: 'input.type' });
  // The second frame begins when the first has been laid out and painted.
  requestAnimationFrame(() => requestAnimationFrame(() => fetch('/usable')));
});
