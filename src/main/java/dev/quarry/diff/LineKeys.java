package dev.quarry.diff;

/// The lines of both sides as numbers: lines that compare equal under the options have the same one.
final class LineKeys {
    private final int[] left;
    private final int[] right;

    private LineKeys(int[] left, int[] right) {
        this.left = left;
        this.right = right;
    }

    static LineKeys of(LineText left, LineText right, DiffOptions options) {
        var table = new KeyTable(left.size() + right.size());
        return new LineKeys(keys(left, table, options), keys(right, table, options));
    }

    private static int[] keys(LineText text, KeyTable table, DiffOptions options) {
        var result = new int[text.size()];
        for (var i = 0; i < result.length; i++) {
            var counts = options.whitespace().keyOf(text.line(i));
            // No line holds a line break, so the ending cannot be taken for a part of it.
            result[i] = table.keyOf(
                    options.endings() == Endings.COMPARE
                            ? counts + text.ending(i).text()
                            : counts);
        }
        return result;
    }

    int[] left() {
        return left;
    }

    int[] right() {
        return right;
    }

    /// Whether two lines are equal as far as the options look.
    boolean same(int leftLine, int rightLine) {
        return left[leftLine] == right[rightLine];
    }
}
