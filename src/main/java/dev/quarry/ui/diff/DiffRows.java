package dev.quarry.ui.diff;

import dev.quarry.diff.Row;
import dev.quarry.ui.diff.ShownRow.Line;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The rows that are shown, which of their folds are open, and where the user is among them. FX thread only.
final class DiffRows {
    private final DiffLook look;
    private final ObservableList<ShownRow> rows = FXCollections.observableArrayList();
    private final IntegerProperty current = new SimpleIntegerProperty(-1);
    private final ObservableList<Integer> selected = FXCollections.observableArrayList();
    private final Set<Integer> opened = new HashSet<>();
    private @Nullable Comparison of;

    DiffRows(DiffLook look) {
        this.look = look;
        look.layoutProperty().addListener((o, was, is) -> {
            var hunk = currentHunk();
            closeAll();
            if (hunk != Row.NO_HUNK) {
                goToHunk(hunk);
            }
        });
    }

    /// The rows as they are shown, closed folds as one row.
    ObservableList<ShownRow> list() {
        return rows;
    }

    /// The row with the keyboard, an index of [#list()]; -1 for none.
    IntegerProperty currentProperty() {
        return current;
    }

    /// The rows that are selected, in order; always those the view shows as selected.
    ObservableList<Integer> selected() {
        return selected;
    }

    /// The hunk of the current row, or [Row#NO_HUNK].
    int currentHunk() {
        var at = current.get();
        return at >= 0 && at < rows.size() ? rows.get(at).hunk() : Row.NO_HUNK;
    }

    /// Shows another comparison, or nothing.
    void show(@Nullable Comparison next) {
        of = next;
        opened.clear();
        current.set(-1);
        layOut();
    }

    private void layOut() {
        if (of == null) {
            rows.clear();
        } else {
            rows.setAll(look.layoutProperty().get().shown(of.diff(), opened));
        }
    }

    void goToHunk(int hunk) {
        current.set(rowOf(hunk));
    }

    /// Goes to the next hunk from the current row on, round the end.
    void nextChange() {
        step(1);
    }

    void previousChange() {
        step(-1);
    }

    private void step(int by) {
        var at = current.get();
        var inHunk = currentHunk();
        if (at < 0 && by < 0) {
            at = 0;
        }
        for (var i = 1; i <= rows.size(); i++) {
            var row = Math.floorMod(at + by * i, rows.size());
            var hunk = rows.get(row).hunk();
            if (hunk != Row.NO_HUNK && (hunk != inHunk || i == rows.size())) {
                goToHunk(hunk);
                return;
            }
        }
    }

    /// Opens the fold at that row and goes to the first row it hid.
    void open(int row) {
        if (row >= 0 && row < rows.size() && rows.get(row) instanceof ShownRow.Closed closed) {
            opened.add(closed.index());
            layOut();
            current.set(row);
        }
    }

    /// Goes to a row of the layout, and opens the fold that hides it.
    void reveal(int at) {
        var shown = shownAt(at);
        if (shown >= 0 && rows.get(shown) instanceof ShownRow.Closed closed) {
            opened.add(closed.index());
            current.set(-1);
            layOut();
            shown = shownAt(at);
        }
        current.set(shown);
    }

    /// Where a row of the layout is shown, or the fold that hides it; -1 when there is no such row.
    private int shownAt(int at) {
        for (var i = 0; i < rows.size(); i++) {
            var holds = switch (rows.get(i)) {
                case Line line -> line.at() == at;
                case ShownRow.Closed closed ->
                    closed.fold().fromRow() <= at && at < closed.fold().toRow();
            };
            if (holds) {
                return i;
            }
        }
        return -1;
    }

    /// Where the current row is among the rows of the layout; 0 while there is none.
    int currentAt() {
        var index = current.get();
        if (index < 0 || index >= rows.size()) {
            return 0;
        }
        return switch (rows.get(index)) {
            case Line line -> line.at();
            case ShownRow.Closed closed -> closed.fold().fromRow();
        };
    }

    void toggleFolds() {
        var hunk = currentHunk();
        if (anyOpened()) {
            closeAll();
        } else {
            openAll();
        }
        current.set(hunk == Row.NO_HUNK ? -1 : rowOf(hunk));
    }

    private void openAll() {
        if (of != null) {
            for (var i = 0; i < look.layoutProperty().get().folds(of.diff()).size(); i++) {
                opened.add(i);
            }
            layOut();
        }
    }

    private void closeAll() {
        opened.clear();
        layOut();
    }

    boolean anyOpened() {
        return !opened.isEmpty();
    }

    /// Where the first row of a hunk is shown.
    int rowOf(int hunk) {
        for (var i = 0; i < rows.size(); i++) {
            if (rows.get(i).hunk() == hunk) {
                return i;
            }
        }
        return -1;
    }

    /// What the selected rows show, of the right where both sides have a line.
    String selectedText() {
        var text = new StringBuilder();
        for (var row : selected) {
            if (of != null && row >= 0 && row < rows.size() && rows.get(row) instanceof Line line) {
                var side = Layout.UNIFIED.column(line.row(), Side.RIGHT);
                text.append(of.text(side).line(side.line(line.row()))).append('\n');
            }
        }
        return text.toString();
    }

    /// The selected rows that belong to a hunk.
    List<Line> selectedLines() {
        return selected.stream()
                .filter(i -> i >= 0 && i < rows.size())
                .map(rows::get)
                .filter(Line.class::isInstance)
                .map(Line.class::cast)
                .filter(line -> line.hunk() != Row.NO_HUNK)
                .toList();
    }
}
