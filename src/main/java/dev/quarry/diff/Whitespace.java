package dev.quarry.diff;

/// How much of the whitespace counts when lines are compared. What is ignored is never changed by a review:
/// such lines keep the left side's text.
public enum Whitespace {
    /// Every character counts, and so does the newline at the end of the text.
    KEEP,
    /// Whitespace at the end of a line does not count, nor does a final newline.
    IGNORE_TRAILING,
    /// As before, and any run of whitespace is like one space.
    IGNORE_AMOUNT,
    /// No whitespace within a line counts.
    IGNORE_ALL,
    /// As before, and hunks of nothing but blank lines do not count.
    IGNORE_ALL_AND_BLANK_LINES;

    /// What of the line is compared.
    String keyOf(String line) {
        return switch (this) {
            case KEEP -> line;
            case IGNORE_TRAILING -> line.stripTrailing();
            case IGNORE_AMOUNT -> squeeze(line, " ");
            case IGNORE_ALL, IGNORE_ALL_AND_BLANK_LINES -> squeeze(line, "");
        };
    }

    private static String squeeze(String line, String space) {
        var end = line.stripTrailing().length();
        var result = new StringBuilder(end);
        var inSpace = false;
        for (var i = 0; i < end; i++) {
            var c = line.charAt(i);
            if (Character.isWhitespace(c)) {
                inSpace = true;
                continue;
            }
            if (inSpace) {
                result.append(space);
                inSpace = false;
            }
            result.append(c);
        }
        return result.toString();
    }
}
