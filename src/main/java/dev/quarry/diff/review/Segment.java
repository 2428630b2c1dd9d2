package dev.quarry.diff.review;

import java.util.List;

/// A part of the result: a hunk, or the lines between two hunks.
sealed interface Segment {

    /// What it puts into the result.
    List<ResultLine> lines();

    /// Lines between hunks, as the left side has them.
    record Kept(List<ResultLine> lines) implements Segment {}

    /// A hunk, one decision for each of its rows.
    record Decided(List<ResultLine> lines, List<Decision> decisions) implements Segment {

        HunkState state() {
            return switch (decisions.getFirst()) {
                case Decision first when decisions.stream().anyMatch(d -> d != first) -> HunkState.MIXED;
                case UNDECIDED -> HunkState.UNDECIDED;
                case ACCEPTED -> HunkState.ACCEPTED;
                case REJECTED -> HunkState.REJECTED;
            };
        }
    }

    /// Written by hand.
    record Edited(List<ResultLine> lines) implements Segment {}
}
