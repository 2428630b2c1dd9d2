package dev.quarry.ui.editor;

import java.util.ArrayList;
import java.util.List;

/// Finds the white space of a line that is easily overlooked: what stands before and after the text, and tabs anywhere.
/// Pure.
final class WhitespaceMarks {
    static final String SPACE = "space-mark";
    static final String TAB = "tab-mark";

    private WhitespaceMarks() {}

    /// The marks of one line.
    ///
    /// @param start of the line, in UTF-16 units
    static List<Mark> of(int start, String line) {
        var marks = new ArrayList<Mark>();
        var firstInk = 0;
        while (firstInk < line.length() && isSpace(line.charAt(firstInk))) {
            firstInk++;
        }
        var lastInk = line.length();
        while (lastInk > firstInk && isSpace(line.charAt(lastInk - 1))) {
            lastInk--;
        }
        for (var i = 0; i < line.length(); ) {
            var c = line.charAt(i);
            var shown = c == '\t' || (c == ' ' && (i < firstInk || i >= lastInk));
            var end = i + 1;
            while (end < line.length() && line.charAt(end) == c) {
                end++;
            }
            if (c == ' ' && i < firstInk) {
                end = Math.min(end, firstInk);
            }
            if (shown) {
                marks.add(new Mark(start + i, start + end, c == ' ' ? SPACE : TAB));
            }
            i = end;
        }
        return marks;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }
}
