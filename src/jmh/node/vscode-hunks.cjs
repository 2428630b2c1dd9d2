// Runs VS Code's diff over the pairs of files `N.left` and `N.right` of a folder and writes one JSON array per pair:
// its hunks as [leftFrom, leftTo, rightFrom, rightTo], 0-based, ends exclusive, and the milliseconds it took last.
const fs = require('fs');
const path = require('path');
const [modules, folder] = process.argv.slice(2);
const {DefaultLinesDiffComputer} = require(path.join(modules, 'node_modules', 'vscode-diff'));

// As our own side cuts lines: what follows the last line break is a line only if there is something.
const lines = file => {
  const result = fs.readFileSync(file, 'utf8').split(/\r\n|\n|\r/);
  if (result[result.length - 1] === '') result.pop();
  return result;
};

const computer = new DefaultLinesDiffComputer();
for (let i = 0; fs.existsSync(path.join(folder, i + '.left')); i++) {
  const left = lines(path.join(folder, i + '.left'));
  const right = lines(path.join(folder, i + '.right'));
  const start = performance.now();
  const {changes} = computer.computeDiff(left, right,
    {ignoreTrimWhitespace: false, computeMoves: false, maxComputationTimeMs: 0});
  const millis = performance.now() - start;
  console.log(JSON.stringify([...changes.map(c => [
    c.original.startLineNumber - 1, c.original.endLineNumberExclusive - 1,
    c.modified.startLineNumber - 1, c.modified.endLineNumberExclusive - 1]), millis]));
}
