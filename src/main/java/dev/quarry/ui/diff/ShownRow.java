package dev.quarry.ui.diff;

import dev.quarry.diff.Fold;
import dev.quarry.diff.Row;

/// One row of the list.
sealed interface ShownRow {

    /// A line of one side or of both.
    ///
    /// @param at index among the rows of the layout
    record Line(Row row, int at) implements ShownRow {}

    /// Unchanged rows that are hidden.
    ///
    /// @param index of the fold, in order
    record Closed(Fold fold, int index) implements ShownRow {}

    /// The hunk this row belongs to, or [Row#NO_HUNK].
    default int hunk() {
        return this instanceof Line line ? line.row().hunk() : Row.NO_HUNK;
    }
}
