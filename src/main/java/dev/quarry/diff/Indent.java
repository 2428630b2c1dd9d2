package dev.quarry.diff;

import java.util.List;

/// How far lines are indented, a tab counting as four columns.
final class Indent {
    private static final int TAB = 4;

    private Indent() {}

    static int of(String line) {
        var columns = 0;
        for (var i = 0; i < line.length(); i++) {
            switch (line.charAt(i)) {
                case ' ' -> columns++;
                case '\t' -> columns += TAB;
                default -> {
                    return columns;
                }
            }
        }
        return columns;
    }

    /// The indentation of the first line at or after `from` that is not blank; 0 at the end of the text.
    static int from(List<String> lines, int from) {
        for (var i = from; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                return of(lines.get(i));
            }
        }
        return 0;
    }
}
