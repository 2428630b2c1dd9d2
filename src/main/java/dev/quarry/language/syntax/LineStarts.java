package dev.quarry.language.syntax;

import java.util.Arrays;

/// Where the lines of a text start, kept up to date from the first change on. Lines end with a line feed.
final class LineStarts {

    private int[] starts = new int[64];
    private int count = 1;

    /// Takes a new text.
    ///
    /// @param same how many units at its start are those of the text before
    void update(String text, int same) {
        count = lineOf(same) + 1;
        for (var at = text.indexOf('\n', Math.max(same, starts[count - 1])); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = at + 1;
        }
    }

    /// 0-based.
    int lineOf(int offset) {
        var found = Arrays.binarySearch(starts, 0, count, offset);
        return found >= 0 ? found : -found - 2;
    }

    int start(int line) {
        return starts[line];
    }

    int count() {
        return count;
    }
}
