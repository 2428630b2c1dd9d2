package dev.quarry.diff;

/// One row of the side-by-side view: a line of each side, or a line and a filler opposite.
///
/// @param left 0-based line on the left, or [#FILLER]
/// @param right 0-based line on the right, or [#FILLER]
/// @param hunk index of the hunk it belongs to, or [#NO_HUNK]
public record Row(Kind kind, int left, int right, int hunk) {

    /// In place of a line number: nothing stands on that side.
    public static final int FILLER = -1;

    /// In place of a hunk's index: the row is no part of one.
    public static final int NO_HUNK = -1;

    /// How the two sides of a row compare.
    public enum Kind {
        /// Equal as far as the options look; within a hunk, a line that two changes enclose.
        SAME,
        /// Both sides have a line, and they differ.
        CHANGED,
        /// Only the right has a line.
        ADDED,
        /// Only the left has a line.
        REMOVED,
        /// A difference the options ignore: a blank line that only one side has.
        IGNORED
    }

    /// Whether the left side shows a filler.
    public boolean fillerLeft() {
        return left == FILLER;
    }

    /// Whether the right side shows a filler.
    public boolean fillerRight() {
        return right == FILLER;
    }
}
