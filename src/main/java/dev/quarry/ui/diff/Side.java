package dev.quarry.ui.diff;

import dev.quarry.diff.Row;

/// One of the two texts.
enum Side {
    LEFT,
    RIGHT;

    /// The 0-based line that a row shows of this side, or [Row#FILLER].
    int line(Row row) {
        return this == LEFT ? row.left() : row.right();
    }
}
