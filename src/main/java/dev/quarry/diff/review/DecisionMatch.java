package dev.quarry.diff.review;

import dev.quarry.diff.Diff;
import dev.quarry.diff.Hunk;
import dev.quarry.diff.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Recognises a hand-written text of a hunk as a combination of both sides' rows, so that editing the result by
/// hand and deciding come to the same thing.
final class DecisionMatch {
    private static final int MAX_CELLS = 250_000;

    private final Diff diff;
    private final SegmentMaker maker;

    DecisionMatch(Diff diff, SegmentMaker maker) {
        this.diff = diff;
        this.maker = maker;
    }

    /// The decisions that make those lines out of that hunk. What equals the left as a whole is rejected, what
    /// equals the right is accepted.
    ///
    /// @param endsResult whether the last of the lines is the last of the result, where a missing newline
    ///     counts
    Optional<Segment.Decided> find(Hunk hunk, List<ResultLine> lines, boolean endsResult) {
        return Optional.of(maker.hunk(hunk, Decision.REJECTED))
                .filter(s -> equal(s.lines(), lines, endsResult))
                .or(() -> Optional.of(maker.hunk(hunk, Decision.ACCEPTED))
                        .filter(s -> equal(s.lines(), lines, endsResult)))
                .or(() -> byRow(hunk, lines)
                        .map(decisions -> maker.hunk(hunk, decisions))
                        .filter(s -> equal(s.lines(), lines, endsResult)));
    }

    static boolean equal(List<ResultLine> made, List<ResultLine> given, boolean endsResult) {
        if (made.size() != given.size()) {
            return false;
        }
        for (var i = 0; i < made.size(); i++) {
            if (!made.get(i).text().equals(given.get(i).text())) {
                return false;
            }
        }
        return !endsResult
                || made.isEmpty()
                || made.getLast().wantsNewlineAtEnd() == given.getLast().wantsNewlineAtEnd();
    }

    private Optional<List<Decision>> byRow(Hunk hunk, List<ResultLine> lines) {
        var rows = diff.rows(hunk);
        if ((long) rows.size() * lines.size() > MAX_CELLS) {
            return Optional.empty();
        }
        // fits[i][j]: the rows from i on can make the lines from j on.
        var fits = new boolean[rows.size() + 1][lines.size() + 1];
        fits[rows.size()][lines.size()] = true;
        for (var i = rows.size() - 1; i >= 0; i--) {
            for (var j = lines.size(); j >= 0; j--) {
                fits[i][j] = step(rows.get(i), lines, j, Decision.ACCEPTED, fits[i + 1])
                        || step(rows.get(i), lines, j, Decision.REJECTED, fits[i + 1]);
            }
        }
        if (!fits[0][0]) {
            return Optional.empty();
        }
        var decisions = new ArrayList<Decision>();
        var line = 0;
        for (var i = 0; i < rows.size(); i++) {
            var accepted = step(rows.get(i), lines, line, Decision.ACCEPTED, fits[i + 1]);
            decisions.add(accepted ? Decision.ACCEPTED : Decision.REJECTED);
            line += text(rows.get(i), decisions.getLast()).isPresent() ? 1 : 0;
        }
        return Optional.of(decisions);
    }

    private boolean step(Row row, List<ResultLine> lines, int line, Decision decision, boolean[] fitsAfter) {
        return text(row, decision)
                .map(t -> line < lines.size() && lines.get(line).text().equals(t) && fitsAfter[line + 1])
                .orElse(fitsAfter[line]);
    }

    private Optional<String> text(Row row, Decision decision) {
        if (row.kind() != Row.Kind.SAME && decision == Decision.ACCEPTED) {
            return row.fillerRight()
                    ? Optional.empty()
                    : Optional.of(diff.right().line(row.right()));
        }
        return row.fillerLeft() ? Optional.empty() : Optional.of(diff.left().line(row.left()));
    }
}
