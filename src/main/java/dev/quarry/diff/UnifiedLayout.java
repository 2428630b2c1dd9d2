package dev.quarry.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Lays side-by-side rows out in one column.
final class UnifiedLayout {
    private final List<Row> rows = new ArrayList<>();
    private final List<Row> coming = new ArrayList<>();

    private UnifiedLayout() {}

    static List<Row> of(List<Row> sideBySide) {
        var layout = new UnifiedLayout();
        sideBySide.forEach(layout::add);
        layout.addComing();
        return Collections.unmodifiableList(layout.rows);
    }

    private void add(Row row) {
        if (row.hunk() == Row.NO_HUNK || row.kind() == Row.Kind.SAME) {
            addComing();
            rows.add(row);
            return;
        }
        if (!coming.isEmpty() && coming.getLast().hunk() != row.hunk()) {
            addComing();
        }
        if (!row.fillerLeft()) {
            rows.add(new Row(Row.Kind.REMOVED, row.left(), Row.FILLER, row.hunk()));
        }
        if (!row.fillerRight()) {
            coming.add(new Row(Row.Kind.ADDED, Row.FILLER, row.right(), row.hunk()));
        }
    }

    private void addComing() {
        rows.addAll(coming);
        coming.clear();
    }
}
