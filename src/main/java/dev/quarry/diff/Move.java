package dev.quarry.diff;

/// A block of lines that one hunk removes and another adds, equal but for whitespace.
///
/// @param leftFrom first line where it was
/// @param rightFrom first line where it is now
/// @param lines how many
public record Move(int leftFrom, int rightFrom, int lines) {

    public int leftTo() {
        return leftFrom + lines;
    }

    public int rightTo() {
        return rightFrom + lines;
    }
}
