package dev.quarry.ui.diff;

import dev.quarry.ui.diff.DiffSearch.Found;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.jspecify.annotations.Nullable;

/// What stands out in the text of the rows besides what differs: matches of a search, and what is selected with the
/// mouse. FX thread only.
final class DiffMarks {
    private final DiffLook look;
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
    private final Map<Integer, List<Found>> byRow = new HashMap<>();
    private @Nullable Found current;
    private @Nullable TextSelection selection;

    DiffMarks(DiffLook look) {
        this.look = look;
    }

    /// Changes whenever something else stands out.
    ReadOnlyLongProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /// Nothing stands out any more: the rows are about to be others.
    void clear() {
        select(null);
        show(List.of(), null);
    }

    void show(List<Found> matches, @Nullable Found currentOne) {
        if (byRow.isEmpty() && matches.isEmpty()) {
            return;
        }
        byRow.clear();
        matches.forEach(match ->
                byRow.computeIfAbsent(match.row(), row -> new ArrayList<>()).add(match));
        current = currentOne;
        changed();
    }

    void setCurrent(Found match) {
        current = match;
        changed();
    }

    @Nullable
    TextSelection selection() {
        return selection;
    }

    /// @param next null for nothing
    void select(@Nullable TextSelection next) {
        var now = next == null || next.isEmpty() ? null : next;
        if (!Objects.equals(selection, now)) {
            selection = now;
            changed();
        }
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }

    /// What stands out in a line.
    ///
    /// @param length of the line
    List<LineMark> of(ShownRow.Line line, Side side, int length) {
        var marks = new ArrayList<LineMark>();
        for (var match : byRow.getOrDefault(line.at(), List.of())) {
            if (match.both() || match.side() == side) {
                var kind = match.equals(current) ? LineMark.Kind.FOUND_CURRENT : LineMark.Kind.FOUND;
                marks.add(new LineMark(match.from(), match.to(), kind));
            }
        }
        var selected = selection;
        if (selected != null
                && layout().column(line.row(), selected.side()) == side
                && selected.from().row() <= line.at()
                && line.at() <= selected.to().row()) {
            var from = line.at() == selected.from().row() ? selected.from().column() : 0;
            var to = line.at() == selected.to().row() ? selected.to().column() : length + 1;
            if (from < to) {
                marks.add(new LineMark(from, to, LineMark.Kind.SELECTED));
            }
        }
        return marks;
    }

    private Layout layout() {
        return look.layoutProperty().get();
    }
}
