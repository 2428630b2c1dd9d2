package dev.quarry.diff.review;

/// Lines of the result, 0-based, the end exclusive. Empty where a hunk leaves no line.
public record ResultRange(int from, int to) {

    public boolean isEmpty() {
        return from == to;
    }
}
