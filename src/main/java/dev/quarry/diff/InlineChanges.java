package dev.quarry.diff;

import java.util.List;

/// What changed within the lines of a hunk. A line that has no counterpart is changed as a whole: one range
/// from its first column to its last. A line whose text only moved to another line (a wrapped argument list,
/// say) has none.
public final class InlineChanges {
    private final Hunk hunk;
    private final List<List<ColumnRange>> left;
    private final List<List<ColumnRange>> right;

    InlineChanges(Hunk hunk, List<List<ColumnRange>> left, List<List<ColumnRange>> right) {
        this.hunk = hunk;
        this.left = left;
        this.right = right;
    }

    /// The changed parts of a 0-based line of the left, which must be one of the hunk's; in order, apart.
    public List<ColumnRange> ofLeft(int line) {
        return left.get(line - hunk.leftFrom());
    }

    /// The changed parts of a 0-based line of the right, which must be one of the hunk's; in order, apart.
    public List<ColumnRange> ofRight(int line) {
        return right.get(line - hunk.rightFrom());
    }
}
