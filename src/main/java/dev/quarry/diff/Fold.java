package dev.quarry.diff;

import java.util.List;

/// A run of unchanged rows that may be collapsed.
///
/// @param fromRow first hidden row, 0-based
/// @param toRow first row after it that is shown again
/// @param headings trimmed lines within the fold that enclose what follows it by their indentation, such as the
///     heads of a class and of a method; outermost first
public record Fold(int fromRow, int toRow, List<String> headings) {

    /// How many rows are hidden.
    public int size() {
        return toRow - fromRow;
    }
}
