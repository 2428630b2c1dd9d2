package dev.quarry.diff.review;

import java.util.EnumMap;
import java.util.List;

/// How many hunks stand where.
public record ReviewCounts(int hunks, int undecided, int accepted, int rejected, int mixed, int edited) {

    static ReviewCounts of(List<HunkState> states) {
        var counts = new EnumMap<HunkState, Integer>(HunkState.class);
        states.forEach(s -> counts.merge(s, 1, Integer::sum));
        return new ReviewCounts(
                states.size(),
                counts.getOrDefault(HunkState.UNDECIDED, 0),
                counts.getOrDefault(HunkState.ACCEPTED, 0),
                counts.getOrDefault(HunkState.REJECTED, 0),
                counts.getOrDefault(HunkState.MIXED, 0),
                counts.getOrDefault(HunkState.EDITED, 0));
    }

    /// Hunks that someone looked at, wholly or in part.
    public int decided() {
        return hunks - undecided;
    }
}
