package dev.quarry.diff;

import java.util.ArrayList;
import java.util.List;

/// Finds the runs of unchanged rows worth hiding, and names what encloses the rows after them.
final class FoldFinder {
    private static final int MIN_HIDDEN = 3;
    private static final int MAX_HEADINGS = 3;

    private final Diff diff;
    private final List<Row> rows;
    private final int context;

    private FoldFinder(Diff diff, List<Row> rows, int context) {
        this.diff = diff;
        this.rows = rows;
        this.context = context;
    }

    static List<Fold> find(Diff diff, List<Row> rows, int context) {
        return new FoldFinder(diff, rows, context).find();
    }

    private List<Fold> find() {
        var folds = new ArrayList<Fold>();
        var start = 0;
        while (start < rows.size()) {
            var end = start;
            while (end < rows.size() && rows.get(end).hunk() == Row.NO_HUNK) {
                end++;
            }
            var from = start == 0 ? 0 : start + context;
            var to = end == rows.size() ? end : end - context;
            if (to - from >= MIN_HIDDEN) {
                folds.add(new Fold(from, to, headings(from, to)));
            }
            start = end;
            while (start < rows.size() && rows.get(start).hunk() != Row.NO_HUNK) {
                start++;
            }
        }
        return List.copyOf(folds);
    }

    /// Lines above the fold's end that are indented less and less.
    private List<String> headings(int from, int to) {
        var result = new ArrayList<String>();
        var indent = indentFrom(to);
        for (var i = to - 1; i >= from && indent > 0; i--) {
            var line = text(rows.get(i));
            if (!line.isBlank() && Indent.of(line) < indent) {
                indent = Indent.of(line);
                if (Character.isLetterOrDigit(line.strip().codePointAt(0))) {
                    result.add(line.strip());
                }
            }
        }
        var outermostFirst = result.reversed();
        return List.copyOf(outermostFirst.subList(Math.max(0, outermostFirst.size() - MAX_HEADINGS), result.size()));
    }

    private int indentFrom(int row) {
        for (var i = row; i < rows.size(); i++) {
            var line = text(rows.get(i));
            if (!line.isBlank()) {
                return Indent.of(line);
            }
        }
        return 0;
    }

    private String text(Row row) {
        return row.fillerRight() ? diff.left().line(row.left()) : diff.right().line(row.right());
    }
}
