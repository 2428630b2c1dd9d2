package dev.quarry.diff;

/// A run of lines that differs. Lines are 0-based, ends exclusive.
///
/// @param index its place among the hunks of the diff
/// @param leftFrom first line on the left; where the lines of the right would go if there are none
/// @param rightFrom first line on the right; where the lines of the left would go if there are none
/// @param kind what accepting it does
public record Hunk(int index, int leftFrom, int leftTo, int rightFrom, int rightTo, Kind kind) {

    /// What accepting a hunk does to the left text.
    public enum Kind {
        /// It adds lines.
        ADDED,
        /// It removes lines.
        REMOVED,
        /// It replaces lines by others.
        CHANGED,
        /// It gives the last line a newline or takes it away, and nothing else.
        FINAL_NEWLINE
    }

    static Hunk of(int index, int leftFrom, int leftTo, int rightFrom, int rightTo) {
        var kind = leftFrom == leftTo ? Kind.ADDED : rightFrom == rightTo ? Kind.REMOVED : Kind.CHANGED;
        return new Hunk(index, leftFrom, leftTo, rightFrom, rightTo, kind);
    }

    public int leftSize() {
        return leftTo - leftFrom;
    }

    public int rightSize() {
        return rightTo - rightFrom;
    }

    /// Lines that replace a line of the left.
    public int changedLines() {
        return Math.min(leftSize(), rightSize());
    }

    /// Lines of the right beyond those that replace one of the left.
    public int addedLines() {
        return rightSize() - changedLines();
    }

    /// Lines of the left beyond those that are replaced.
    public int removedLines() {
        return leftSize() - changedLines();
    }
}
