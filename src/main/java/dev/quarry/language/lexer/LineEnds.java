package dev.quarry.language.lexer;

/// Where lines end: at a line feed, a carriage return, or both.
final class LineEnds {

    private static final int LONGEST = 10_000;

    private LineEnds() {}

    /// The end of the line that starts there, its ending not included.
    static int end(String text, int start) {
        var i = start;
        while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    /// How far a line is coloured: some lexers take time with the square of its length, and lines that long
    /// are seldom read by a person.
    static int colouredEnd(int start, int end) {
        return Math.min(end, start + LONGEST);
    }

    /// The start of the line after the one that ends there.
    static int next(String text, int end) {
        if (end >= text.length()) {
            return text.length();
        }
        return text.startsWith("\r\n", end) ? end + 2 : end + 1;
    }
}
