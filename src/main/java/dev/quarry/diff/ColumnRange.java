package dev.quarry.diff;

/// A part of a line, in UTF-16 units from its start, the end exclusive.
public record ColumnRange(int from, int to) {

    public int length() {
        return to - from;
    }
}
