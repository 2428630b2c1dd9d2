package dev.quarry.language.syntax;

/// Turns lines and columns into offsets.
final class TextPlaces {

    private TextPlaces() {}

    /// The offset of a place, or the nearest there is.
    ///
    /// @param line 1-based; lines end with a line feed, a carriage return, or both
    /// @param column 1-based, in UTF-16 units
    static int offset(String text, int line, int column) {
        var at = 0;
        for (var passed = 1; passed < line && at < text.length(); at++) {
            var c = text.charAt(at);
            if (c == '\n' || (c == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n'))) {
                passed++;
            }
        }
        return Math.clamp((long) at + column - 1, 0, text.length());
    }
}
