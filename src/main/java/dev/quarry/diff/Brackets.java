package dev.quarry.diff;

import java.util.List;

/// What a run of lines does to the nesting of brackets. Looks at characters, not at a grammar: text in quotes
/// that close on the same line and text after `//` does not count, which is right often enough to choose
/// between two hunks that are both correct.
///
/// @param curly how many `{` stay open; negative when more are closed than opened; likewise for the others
/// @param lowest the lowest depth on the way, all three kinds together, from 0 at the start
record Brackets(int curly, int round, int square, int lowest) {
    static final Brackets NOTHING = new Brackets(0, 0, 0, 0);

    /// The characters to look at: most lines of the input go through here, and most characters are none of
    /// these.
    private static final boolean[] MARKS = new boolean[128];

    static {
        "{}()[]\"'`/".chars().forEach(c -> MARKS[c] = true);
    }

    static Brackets of(List<String> lines, int from, int to) {
        var result = NOTHING;
        for (var i = from; i < to; i++) {
            result = result.then(of(lines.get(i)));
        }
        return result;
    }

    static Brackets of(String line) {
        var curly = 0;
        var round = 0;
        var square = 0;
        var lowest = 0;
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if (c >= MARKS.length || !MARKS[c]) {
                continue;
            }
            switch (c) {
                case '{' -> curly++;
                case '}' -> curly--;
                case '(' -> round++;
                case ')' -> round--;
                case '[' -> square++;
                case ']' -> square--;
                case '"', '\'', '`' -> i = endOfQuote(line, i);
                case '/' -> {
                    if (line.startsWith("//", i)) {
                        i = line.length();
                    }
                }
                default -> throw new IllegalStateException("no mark: " + c);
            }
            lowest = Math.min(lowest, curly + round + square);
        }
        return curly == 0 && round == 0 && square == 0 && lowest == 0
                ? NOTHING
                : new Brackets(curly, round, square, lowest);
    }

    /// Where the quote that opens at `start` closes; `start` itself when it does not on this line.
    private static int endOfQuote(String line, int start) {
        var quote = line.charAt(start);
        for (var i = start + 1; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (line.charAt(i) == quote) {
                return i;
            }
        }
        return start;
    }

    Brackets then(Brackets next) {
        if (next.equals(NOTHING)) {
            return this;
        }
        return new Brackets(
                curly + next.curly,
                round + next.round,
                square + next.square,
                Math.min(lowest, curly + round + square + next.lowest));
    }

    /// Whether every bracket that is opened is closed, and none that was open before.
    boolean closed() {
        return isNothing() && lowest == 0;
    }

    /// What remains open of these when those are taken away; what happens on the way is not known.
    Brackets without(Brackets others) {
        return new Brackets(curly - others.curly, round - others.round, square - others.square, 0);
    }

    /// Whether as many brackets are closed as opened, in whatever order.
    boolean isNothing() {
        return curly == 0 && round == 0 && square == 0;
    }
}
