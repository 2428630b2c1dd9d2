package dev.quarry.diff.review;

import dev.quarry.diff.Diff;
import dev.quarry.diff.Hunk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Carries decisions and edits from one review to another over the same left text.
final class ReviewCarrier {
    private final Review from;
    private final Review to;

    ReviewCarrier(Review from, Review to) {
        this.from = from;
        this.to = to;
    }

    /// What makes two segments of different diffs the same one. Lines between hunks have no lines of the right
    /// here.
    private record Place(boolean hunk, int leftFrom, int leftTo, List<String> right) {}

    Review.Carried carry() {
        var places = places(to.diff());
        var lostDecisions = 0;
        var lostEdits = 0;
        for (var entry : places(from.diff()).entrySet()) {
            var segment = entry.getValue();
            if (!from.isTouched(segment)) {
                continue;
            }
            var state = from.segments().get(segment);
            var place = places.get(entry.getKey());
            if (place != null) {
                to.startWith(place, state);
            } else if (state instanceof Segment.Edited) {
                lostEdits++;
            } else {
                lostDecisions++;
            }
        }
        return new Review.Carried(to, lostDecisions, lostEdits);
    }

    private static Map<Place, Integer> places(Diff diff) {
        var result = new HashMap<Place, Integer>();
        var line = 0;
        for (var hunk : diff.hunks()) {
            result.put(new Place(false, line, hunk.leftFrom(), List.of()), Review.segmentOf(hunk) - 1);
            result.put(place(diff, hunk), Review.segmentOf(hunk));
            line = hunk.leftTo();
        }
        result.put(
                new Place(false, line, diff.left().size(), List.of()),
                2 * diff.hunks().size());
        return result;
    }

    private static Place place(Diff diff, Hunk hunk) {
        return new Place(
                true,
                hunk.leftFrom(),
                hunk.leftTo(),
                List.copyOf(diff.right().lines().subList(hunk.rightFrom(), hunk.rightTo())));
    }
}
