package dev.quarry.ui.diff;

import dev.quarry.diff.Diff;
import dev.quarry.ui.control.Search;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds text on both sides of a diff. Pure; any thread.
final class DiffSearch {

    private DiffSearch() {}

    /// Where one match is.
    ///
    /// @param row index among the rows of the layout
    /// @param both whether the other side of the row has the same line, and so the same match
    /// @param from first UTF-16 unit of the line, 0-based
    /// @param to exclusive
    record Found(int row, Side side, boolean both, int from, int to) {}

    /// What was found.
    ///
    /// @param matches row by row, the left before the right; a line that is the same on both sides counts once
    /// @param problem why nothing could be searched, or null; a sentence for the user
    record Result(List<Found> matches, @Nullable String problem) {
        static final Result NOTHING = new Result(List.of(), null);
    }

    private record Entry(int row, Side side, boolean both) {}

    /// Matches do not go over the end of a line.
    static Result find(Search search, Diff diff, Layout layout) {
        if (search.text().isEmpty()) {
            return Result.NOTHING;
        }
        var entries = new ArrayList<Entry>();
        var text = new StringBuilder();
        var rows = layout.rows(diff);
        var starts = new int[2 * rows.size()];
        for (var at = 0; at < rows.size(); at++) {
            var row = rows.get(at);
            var left = row.fillerLeft() ? null : diff.left().line(row.left());
            var right = row.fillerRight() ? null : diff.right().line(row.right());
            var both = left != null && left.equals(right);
            for (var side : layout.columns(row)) {
                var line = side == Side.LEFT ? left : right;
                if (line == null || (both && side == Side.LEFT)) {
                    continue;
                }
                starts[entries.size()] = text.length();
                entries.add(new Entry(at, side, both));
                text.append(line).append('\n');
            }
        }
        var result = search.in(text.toString());
        var found = new ArrayList<Found>();
        for (var match : result.matches()) {
            var at = Arrays.binarySearch(starts, 0, entries.size(), match.start());
            var index = at < 0 ? -at - 2 : at;
            var end = index + 1 < entries.size() ? starts[index + 1] : text.length();
            if (match.end() < end) {
                var entry = entries.get(index);
                var from = match.start() - starts[index];
                found.add(new Found(entry.row(), entry.side(), entry.both(), from, match.end() - starts[index]));
            }
        }
        return new Result(List.copyOf(found), result.problem());
    }
}
