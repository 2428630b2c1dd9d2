package dev.quarry.ui.diff;

import dev.quarry.diff.ColumnRange;
import dev.quarry.diff.Diff;
import dev.quarry.diff.LineText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Two versions and what differs. Immutable.
///
/// @param leftMoves where lines of the left went: the 1-based line on the right, by 0-based line
/// @param rightMoves where lines of the right came from, likewise
record Comparison(
        Version left, Version right, Diff diff, Map<Integer, Integer> leftMoves, Map<Integer, Integer> rightMoves) {

    /// Works out all that the view will ask for. Takes a moment: not on the FX thread.
    static Comparison of(Version left, Version right, Diff diff) {
        var leftMoves = new HashMap<Integer, Integer>();
        var rightMoves = new HashMap<Integer, Integer>();
        for (var move : diff.moves()) {
            for (var i = 0; i < move.lines(); i++) {
                leftMoves.put(move.leftFrom() + i, move.rightFrom() + i + 1);
                rightMoves.put(move.rightFrom() + i, move.leftFrom() + i + 1);
            }
        }
        diff.hunks().forEach(diff::inline);
        return new Comparison(left, right, diff, leftMoves, rightMoves);
    }

    /// Whether the other compares the same versions in the same way.
    boolean sameAs(@Nullable Comparison other) {
        return other != null
                && left.equals(other.left)
                && right.equals(other.right)
                && diff.options().equals(other.diff.options());
    }

    Version version(Side side) {
        return side == Side.LEFT ? left : right;
    }

    LineText text(Side side) {
        return side == Side.LEFT ? diff.left() : diff.right();
    }

    /// What changed within a line of that hunk.
    List<ColumnRange> inline(Side side, int hunk, int line) {
        var changes = diff.inline(diff.hunks().get(hunk));
        return side == Side.LEFT ? changes.ofLeft(line) : changes.ofRight(line);
    }

    /// The 1-based line on the other side that this one moved to or came from; 0 when it did not move.
    int movedTo(Side side, int line) {
        return (side == Side.LEFT ? leftMoves : rightMoves).getOrDefault(line, 0);
    }
}
