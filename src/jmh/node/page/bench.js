// The measurements, the same for every editor. They run in the page; times are in milliseconds.
//
// What an editor has drawn is read from the document's tree after a frame: an animation frame callback posts a task
// of the highest priority, which runs when the frame of that callback has been laid out and handed to the compositor.

const WORDS = /\b(package|import|public|private|protected|class|static|final|void|int|boolean|new|return|if|else|for|while)\b/;

/** Resolves when the next frame has been drawn, to the time at which it was. */
const nextFrame = () => new Promise(resolve => requestAnimationFrame(() =>
  scheduler.postTask(() => resolve(performance.now()), { priority: 'user-blocking' })));

const nextTask = (() => {
  const { port1, port2 } = new MessageChannel();
  const waiting = [];
  port1.onmessage = () => waiting.shift()();
  return () => new Promise(resolve => {
    waiting.push(resolve);
    port2.postMessage(null);
  });
})();

const cut = (text, size) => {
  const pieces = [];
  for (let from = 0; from < text.length; from += size) {
    pieces.push(text.slice(from, from + size));
  }
  return pieces;
};

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

const spread = millis => {
  const sorted = Float64Array.from(millis).sort();
  return { p50Millis: quantile(sorted, 0.5), p99Millis: quantile(sorted, 0.99), mostMillis: sorted.at(-1) };
};

export class Bench {
  #editor;
  #typed;
  #keyMillis = [];

  constructor(editor) {
    this.#editor = editor;
    addEventListener('keydown', event => this.#typed?.key(event.timeStamp), { capture: true });
  }

  /** Has the language loaded, so that no measurement pays for that, and tries the test for colours both ways. */
  async ready() {
    const text = 'package a;\n\nclass A {\n    public static final int ONE = 1;\n}\n';
    this.#editor.openPlain(text);
    await nextFrame();
    await nextFrame();
    if (this.#visibleLines().length === 0 || this.#isHighlighted()) {
      throw new Error('plain text is not seen, or is taken for highlighted');
    }
    this.#editor.open(text);
    if (await this.#drawn(() => this.#isHighlighted(), 30_000) === null) {
      throw new Error('a line of Java is not highlighted');
    }
    await this.#empty();
  }

  /** Opens a text, jumps to its end at once, and opens it once more. */
  async open(text, limit) {
    const editor = this.#editor;
    const timed = async (act, isDone) => {
      const start = performance.now();
      act();
      return this.#took(start, await this.#drawn(isDone, limit));
    };
    const first = await timed(() => editor.open(text), () => this.#isHighlighted() && this.#isAtStart());
    const jump = await timed(() => editor.jumpToEnd(), () => this.#isHighlighted() && this.#isAtEnd());
    const lines = editor.lineCount();
    await this.#idle(2_000);
    return { first, jump, lines };
  }

  async openAgain(text, limit) {
    await this.#empty();
    const start = performance.now();
    this.#editor.open(text);
    return this.#took(start, await this.#drawn(() => this.#isHighlighted() && this.#isAtStart(), limit));
  }

  /** Appends all within one task. */
  async appendInOneTask(text, pieceLength, limit) {
    const editor = this.#editor;
    await this.#empty();
    const start = performance.now();
    let done = 0;
    for (const piece of cut(text, pieceLength)) {
      editor.append(piece);
      if (++done % 64 === 0 && performance.now() - start > limit) {
        return { ...this.#took(start, null), pieces: done };
      }
    }
    editor.revealTail();
    return { ...this.#took(start, await this.#drawnTail(limit - (performance.now() - start))), pieces: done };
  }

  /** Appends each piece in a task of its own, and follows the tail once a frame. */
  async appendTaskByTask(text, pieceLength, limit) {
    const editor = this.#editor;
    await this.#empty();
    let done = 0;
    let shown = 0;
    const frames = this.#frames(() => {
      if (shown < done) {
        shown = done;
        editor.revealTail();
      }
    }, () => {});
    const start = performance.now();
    for (const piece of cut(text, pieceLength)) {
      await nextTask();
      editor.append(piece);
      done++;
      if (performance.now() - start > limit) {
        frames.stop();
        return { ...this.#took(start, null), pieces: done, longestFrameGapMillis: frames.longestGap() };
      }
    }
    const end = await this.#drawnTail(limit - (performance.now() - start));
    frames.stop();
    return { ...this.#took(start, end), pieces: done, longestFrameGapMillis: frames.longestGap() };
  }

  /**
   * Appends pieces that a worker sends: each when it arrives, or, if coalesced, what has arrived once a frame. The
   * delay of a piece runs from its sending to the frame that has its last character within the viewport; pieces not
   * painted within the limit count with their age at its end.
   */
  async stream(text, pieceLength, perSecond, coalesced, limit) {
    const editor = this.#editor;
    await this.#empty();
    const pieces = cut(text, pieceLength);
    const ends = this.#ends(pieces);
    const arrived = [];
    const delays = [];
    const start = performance.now();
    let waiting = '';
    let changed = false;
    let finished;
    const all = new Promise(resolve => finished = resolve);
    const frames = this.#frames(() => {
      if (waiting !== '') {
        editor.append(waiting);
        waiting = '';
        changed = true;
      }
      if (changed) {
        changed = false;
        editor.revealTail();
        if (coalesced) {
          editor.draw();
        }
      }
    }, now => {
      if (delays.length < arrived.length) {
        const [line, length] = this.#painted();
        while (delays.length < arrived.length) {
          const [pieceLine, pieceLength] = ends[delays.length];
          if (pieceLine > line || pieceLine === line && pieceLength > length) {
            break;
          }
          delays.push(performance.timeOrigin + now - arrived[delays.length]);
        }
      }
      if (delays.length === pieces.length) {
        finished(true);
      } else if (now - start > limit) {
        finished(false);
      }
    });
    const worker = new Worker('arrivals.js', { type: 'module' });
    worker.onmessage = ({ data: { text, arrived: at } }) => {
      arrived.push(at);
      if (coalesced) {
        waiting += text;
      } else {
        editor.append(text);
        changed = true;
      }
    };
    worker.postMessage({ pieces, perSecond });
    const complete = await all;
    const now = performance.now();
    frames.stop();
    worker.terminate();
    const painted = delays.length;
    while (delays.length < arrived.length) {
      delays.push(performance.timeOrigin + now - arrived[delays.length]);
    }
    const highlighted = complete && await this.#drawnTail(limit) !== null;
    return {
      ...spread(delays), longestFrameGapMillis: frames.longestGap(), millis: now - start, pieces: painted,
      complete: highlighted,
    };
  }

  /** Opens a text to be typed into. */
  async openForTyping(text, limit) {
    this.#editor.open(text);
    await this.#drawn(() => this.#isHighlighted(), limit);
    await this.#idle(2_000);
  }

  /** Puts the caret into a new line behind the first statement that ends at or below the line. */
  async startTyping(line) {
    let after = line;
    while (!this.#editor.lineText(after).endsWith(';')) {
      after++;
    }
    const indent = /^ */.exec(this.#editor.lineText(after))[0];
    this.#editor.startLine(after, indent);
    const typed = { line: after + 1, text: indent, seen: true };
    typed.key = pressed => this.#timeKey(typed, pressed);
    await this.#drawn(() => this.#isHighlighted(), 10_000);
    await this.#idle(200);
    this.#typed = typed;
  }

  /** What the next key will add. To be called before it is pressed. */
  expect(character) {
    this.#typed.text += character;
    this.#typed.seen = false;
  }

  /** Resolves when the key has been painted. */
  async typed() {
    const deadline = performance.now() + 5_000;
    while (!this.#typed.seen) {
      if (performance.now() > deadline) {
        throw new Error(`a key was not painted: "${this.#typed.text}" is not what line ${this.#typed.line} shows`);
      }
      await nextFrame();
    }
  }

  /** The delays from all keys to their frames. */
  typing() {
    return { ...spread(this.#keyMillis), keys: this.#keyMillis.length };
  }

  async #timeKey(typed, pressed) {
    const expected = typed.text;
    for (let frame = 0; frame < 300; frame++) {
      const now = await nextFrame();
      if (this.#visibleLines().some(line => this.#textOf(line) === expected)) {
        this.#keyMillis.push(now - pressed);
        typed.seen = true;
        return;
      }
    }
  }

  async #empty() {
    this.#editor.open('');
    await this.#drawn(() => this.#editor.lineCount() === 1 && this.#editor.drawnLines().length <= 1, 10_000);
    await this.#idle(500);
  }

  async #idle(millis) {
    await new Promise(resolve => setTimeout(resolve, millis));
    await new Promise(resolve => requestIdleCallback(resolve, { timeout: 1_000 }));
  }

  /**
   * Waits for a frame after which the condition holds, and still holds two frames later.
   *
   * @return the time at which that frame was drawn, or null if there was none within the limit
   */
  async #drawn(isDone, limit) {
    const deadline = performance.now() + limit;
    for (;;) {
      const time = await nextFrame();
      if (isDone()) {
        await nextFrame();
        await nextFrame();
        if (isDone()) {
          return time;
        }
      }
      if (performance.now() > deadline) {
        return null;
      }
    }
  }

  #drawnTail(limit) {
    return this.#drawn(() => this.#isHighlighted() && this.#isAtEnd(), limit);
  }

  #took(start, end) {
    return { millis: (end ?? performance.now()) - start, complete: end !== null };
  }

  /** Calls one function at the start of each frame and another when it has been drawn. */
  #frames(begin, drawn) {
    let last = performance.now();
    let longest = 0;
    let running = true;
    const frame = () => {
      if (!running) {
        return;
      }
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      begin();
      scheduler.postTask(() => {
        if (running) {
          drawn(performance.now());
        }
      }, { priority: 'user-blocking' });
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    return { stop: () => running = false, longestGap: () => longest };
  }

  /** For each piece the line in which it ends, from 1, and how much of that line there is by then. */
  #ends(pieces) {
    let line = 1;
    let length = 0;
    return pieces.map(piece => {
      const breaks = piece.split('\n');
      line += breaks.length - 1;
      length = breaks.length === 1 ? length + piece.length : breaks.at(-1).length;
      return [line, length];
    });
  }

  /** The last line within the viewport, from 1, and how much of it there is. */
  #painted() {
    const { bottom } = this.#editor.viewport();
    const lines = this.#editor.drawnLines();
    let number = this.#editor.lastDrawnNumber();
    for (let i = lines.length - 1; i >= 0; i--, number--) {
      if (lines[i].getBoundingClientRect().bottom <= bottom + 1) {
        return [number, this.#textOf(lines[i]).length];
      }
    }
    return [0, 0];
  }

  #visibleLines() {
    const { top, bottom } = this.#editor.viewport();
    return this.#editor.drawnLines().filter(line => {
      const box = line.getBoundingClientRect();
      return box.height > 0 && box.top >= top - 1 && box.bottom <= bottom + 1;
    });
  }

  /** Whether the viewport is full of lines, and each with a keyword, be it in a comment, has a coloured span. */
  #isHighlighted() {
    const visible = this.#visibleLines();
    const fitting = Math.floor(this.#editor.viewport().height / this.#editor.lineHeight()) - 2;
    return visible.length >= Math.min(this.#editor.lineCount(), fitting)
      && visible.filter(line => WORDS.test(this.#textOf(line)))
        .every(line => [...line.querySelectorAll('span')].some(span => this.#editor.isColoured(span)));
  }

  #isAtStart() {
    return this.#textOf(this.#visibleLines()[0]) === this.#editor.lineText(1);
  }

  #isAtEnd() {
    const [number, length] = this.#painted();
    return number === this.#editor.lineCount() && length === this.#editor.lineText(number).length;
  }

  /** Monaco draws spaces as no-break spaces, CodeMirror puts a break into an empty line. */
  #textOf(line) {
    return line.textContent.replaceAll('\u00a0', ' ').replaceAll('\u200b', '');
  }
}
