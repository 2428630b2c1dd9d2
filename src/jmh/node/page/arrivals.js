// Sends pieces at a steady pace, each with the time at which it was sent, until it is told to stop.
const clock = new Int32Array(new SharedArrayBuffer(4));
const now = () => performance.timeOrigin + performance.now();

onmessage = ({ data: { pieces, perSecond } }) => {
  const start = now();
  let sent = 0;
  while (sent < pieces.length) {
    const due = Math.min(pieces.length, Math.floor((now() - start) / 1000 * perSecond) + 1);
    for (; sent < due; sent++) {
      postMessage({ index: sent, text: pieces[sent], arrived: now() });
    }
    Atomics.wait(clock, 0, 0, 1);
  }
};
