package dev.quarry.language.syntax;

import dev.quarry.language.ErrorTrust;

/// A place where a text breaks the rules of its language.
///
/// @param start offset in UTF-16 units, inclusive
/// @param end offset in UTF-16 units, exclusive; greater than start unless the text is empty
/// @param line 1-based
/// @param column 1-based, in UTF-16 units; 0 where only the line is known
/// @param message a few words without a full stop, such as `missing ')'`
/// @param trust how far to believe it
/// @param excerpt the line it is on, stripped, at most 80 units of it
public record SyntaxError(int start, int end, int line, int column, String message, ErrorTrust trust, String excerpt) {

    private static final int EXCERPT = 80;

    /// An error that something else than a parser tells.
    ///
    /// @param line 1-based; the last one when the text has fewer
    /// @param column 1-based, in UTF-16 units; 0 for the whole line
    public static SyntaxError onLine(String text, int line, int column, String message, ErrorTrust trust) {
        var start = TextPlaces.offset(text, line, Math.max(1, column));
        while (column < 1 && start < text.length() && (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
            start++;
        }
        var end = start;
        while (end < text.length() && !isBreak(text.charAt(end))) {
            end++;
        }
        return at(text, start, end, message, trust);
    }

    /// Finds line and column, and makes the range wide enough to be seen.
    static SyntaxError at(String text, int from, int to, String message, ErrorTrust trust) {
        var start = Math.clamp(from, 0, text.length());
        var end = Math.clamp(to, start, text.length());
        if (start == end) {
            // What is missing is missed after the last thing that is there.
            end = lastInk(text, start);
            start = Math.max(0, end - 1);
            end = Math.min(text.length(), start + 1);
        }
        var lineStart = start;
        while (lineStart > 0 && !isBreak(text.charAt(lineStart - 1))) {
            lineStart--;
        }
        return new SyntaxError(
                start, end, line(text, start), start - lineStart + 1, message, trust, excerpt(text, lineStart));
    }

    private static int lastInk(String text, int before) {
        var at = before;
        while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static int line(String text, int at) {
        var line = 1;
        for (var i = 0; i < at; i++) {
            var c = text.charAt(i);
            if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                line++;
            }
        }
        return line;
    }

    private static String excerpt(String text, int lineStart) {
        var end = lineStart;
        while (end < text.length() && !isBreak(text.charAt(end))) {
            end++;
        }
        var line = text.substring(lineStart, end).strip();
        return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT);
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
