package dev.quarry.diff.review;

import dev.quarry.diff.LineText;
import java.util.List;

/// The text the segments make, and where each of them is in it.
final class ReviewResult {
    private final LineText text;
    private final int[] starts;

    private ReviewResult(LineText text, int[] starts) {
        this.text = text;
        this.starts = starts;
    }

    static ReviewResult of(List<Segment> segments) {
        var starts = new int[segments.size() + 1];
        var last = -1;
        for (var i = 0; i < segments.size(); i++) {
            starts[i + 1] = starts[i] + segments.get(i).lines().size();
            last = segments.get(i).lines().isEmpty() ? last : i;
        }
        var text = new StringBuilder();
        for (var i = 0; i <= last; i++) {
            var lines = segments.get(i).lines();
            for (var line : lines.subList(0, i == last ? lines.size() - 1 : lines.size())) {
                text.append(line.text()).append(line.ending().text());
            }
        }
        if (last >= 0) {
            var line = segments.get(last).lines().getLast();
            text.append(line.text()).append(line.lastEnding().text());
        }
        return new ReviewResult(LineText.of(text.toString()), starts);
    }

    LineText text() {
        return text;
    }

    ResultRange rangeOf(int segment) {
        return new ResultRange(starts[segment], starts[segment + 1]);
    }
}
