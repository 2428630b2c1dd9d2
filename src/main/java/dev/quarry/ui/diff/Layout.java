package dev.quarry.ui.diff;

import dev.quarry.diff.Diff;
import dev.quarry.diff.Fold;
import dev.quarry.diff.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// How the two sides are laid out.
public enum Layout {
    SIDE_BY_SIDE {
        @Override
        List<Row> rows(Diff diff) {
            return diff.rows();
        }

        @Override
        List<Fold> folds(Diff diff) {
            return diff.folds(CONTEXT);
        }

        @Override
        int decisionRow(Diff diff, ShownRow.Line line) {
            return line.at() - diff.firstRow(diff.hunks().get(line.hunk()));
        }

        @Override
        Side column(Row row, Side side) {
            return side;
        }

        @Override
        List<Side> columns(Row row) {
            return List.of(Side.values());
        }
    },
    UNIFIED {
        @Override
        List<Row> rows(Diff diff) {
            return diff.unifiedRows();
        }

        @Override
        List<Fold> folds(Diff diff) {
            return diff.unifiedFolds(CONTEXT);
        }

        @Override
        int decisionRow(Diff diff, ShownRow.Line line) {
            return diff.decisionRow(line.row());
        }

        @Override
        Side column(Row row, Side side) {
            return row.fillerRight() ? Side.LEFT : Side.RIGHT;
        }

        @Override
        List<Side> columns(Row row) {
            return List.of(column(row, Side.RIGHT));
        }
    };

    /// How many unchanged rows stay visible around a hunk.
    private static final int CONTEXT = 3;

    abstract List<Row> rows(Diff diff);

    abstract List<Fold> folds(Diff diff);

    /// Which row of its hunk a review decides on when it decides on that line, which must be one of a hunk.
    abstract int decisionRow(Diff diff, ShownRow.Line line);

    /// Which side's line stands where that side is looked for.
    abstract Side column(Row row, Side side);

    /// The sides that a row shows, from left to right.
    abstract List<Side> columns(Row row);

    /// The rows as they are shown.
    ///
    /// @param opened indices of the folds that are open
    List<ShownRow> shown(Diff diff, Set<Integer> opened) {
        var rows = rows(diff);
        var folds = folds(diff);
        var shown = new ArrayList<ShownRow>();
        var next = 0;
        for (var i = 0; i < folds.size(); i++) {
            var fold = folds.get(i);
            if (!opened.contains(i)) {
                next = addLines(shown, rows, next, fold.fromRow());
                shown.add(new ShownRow.Closed(fold, i));
                next = fold.toRow();
            }
        }
        addLines(shown, rows, next, rows.size());
        return shown;
    }

    private static int addLines(List<ShownRow> shown, List<Row> rows, int from, int to) {
        for (var i = from; i < to; i++) {
            shown.add(new ShownRow.Line(rows.get(i), i));
        }
        return to;
    }
}
