package dev.quarry.ui.diff;

import dev.quarry.diff.Row;
import dev.quarry.ui.control.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What a cell shows: both sides with the gutter between them, one column, or a fold. FX thread only.
final class RowPane extends Region {
    private final Metrics metrics;
    private final HunkGutter gutter;
    private final List<LinePane> sides = new ArrayList<>();
    private @Nullable LinePane column;
    private @Nullable Label fold;

    RowPane(Metrics metrics, HunkGutter.Decide onDecide) {
        this.metrics = metrics;
        gutter = new HunkGutter(onDecide);
        getChildren().add(gutter);
    }

    void showFold(ShownRow.Closed closed) {
        // Made when it is first needed: most cells only ever show one kind of row.
        var label = fold;
        if (label == null) {
            label = new Label();
            label.getStyleClass().add("diff-fold");
            label.setAlignment(Pos.CENTER_LEFT);
            getChildren().add(label);
            fold = label;
        }
        label.setText(foldText(closed));
        see(null, label);
    }

    static String foldText(ShownRow.Closed closed) {
        var headings = String.join(" › ", closed.fold().headings());
        var count = closed.fold().size();
        return headings.isEmpty() ? Texts.of("diff.fold", count) : Texts.of("diff.fold.in", count, headings);
    }

    void showLine(DiffModel model, Comparison comparison, ShownRow.Line line) {
        var layout = model.look().layoutProperty().get();
        if (layout == Layout.UNIFIED) {
            var pane = column;
            if (pane == null) {
                pane = new LinePane(metrics, 2);
                getChildren().add(pane);
                column = pane;
            }
            var side = line.row().fillerRight() ? Side.LEFT : Side.RIGHT;
            pane.showUnified(comparison, line.row(), model.colours(side));
        } else {
            for (var side : Side.values()) {
                if (sides.size() <= at(side)) {
                    sides.add(new LinePane(metrics, 1));
                    getChildren().add(sides.getLast());
                }
                sides.get(at(side)).show(comparison, side, line.row(), model.colours(side));
            }
        }
        see(layout, null);
        showMarks(model, line);
        showDecision(model, comparison, line);
    }

    /// Looks again at what stands out in the line.
    void showMarks(DiffModel model, ShownRow.Line line) {
        for (var side : model.look().layoutProperty().get().columns(line.row())) {
            var pane = pane(side);
            if (pane != null) {
                pane.mark(model.marks().of(line, side, pane.line().length()));
            }
        }
    }

    /// Shows the line of that side; in one column, whatever is shown. Null for a fold.
    @Nullable
    LinePane pane(Side side) {
        if (fold != null && fold.isVisible()) {
            return null;
        }
        return column != null && column.isVisible() ? column : sides.size() > at(side) ? sides.get(at(side)) : null;
    }

    /// The side that is shown there; null where there is none.
    ///
    /// @param x in pixels of this pane
    @Nullable
    Side sideAt(double x) {
        for (var side : Side.values()) {
            var pane = pane(side);
            if (pane != null && pane.getBoundsInParent().contains(x, 0)) {
                return side;
            }
        }
        return null;
    }

    /// The UTF-16 unit of that side's line before which that place is.
    int columnAt(Side side, double sceneX) {
        var pane = pane(side);
        return pane == null ? 0 : pane.columnAt(pane.sceneToLocal(sceneX, 0).getX());
    }

    /// Looks again at what is decided on the line.
    void showDecision(DiffModel model, Comparison comparison, ShownRow.Line line) {
        var review = model.review();
        if (review == null || line.hunk() == Row.NO_HUNK) {
            gutter.showNothing();
            return;
        }
        var hunk = comparison.diff().hunks().get(line.hunk());
        var row = model.look().layoutProperty().get().decisionRow(comparison.diff(), line);
        gutter.show(
                hunk.index(),
                startsHunk(model, comparison, line),
                hunk.index() == model.rows().currentHunk(),
                review.state(hunk),
                review.decision(hunk, row));
    }

    private static boolean startsHunk(DiffModel model, Comparison comparison, ShownRow.Line line) {
        var rows = model.look().layoutProperty().get().rows(comparison.diff());
        return line.at() == 0 || rows.get(line.at() - 1).hunk() != line.hunk();
    }

    /// @param layout of the line that is shown; null for a fold
    private void see(@Nullable Layout layout, @Nullable Label label) {
        sides.forEach(side -> side.setVisible(layout == Layout.SIDE_BY_SIDE));
        if (column != null) {
            column.setVisible(layout == Layout.UNIFIED);
        }
        if (fold != null) {
            fold.setVisible(label != null);
        }
        gutter.setVisible(layout != null);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        var width = getWidth();
        var height = getHeight();
        if (fold != null && fold.isVisible()) {
            fold.resizeRelocate(0, 0, width, height);
        } else if (column != null && column.isVisible()) {
            column.resizeRelocate(0, 0, width - Metrics.GUTTER, height);
            gutter.resizeRelocate(width - Metrics.GUTTER, 0, Metrics.GUTTER, height);
        } else if (!sides.isEmpty()) {
            var half = Math.floor((width - Metrics.GUTTER) / 2);
            sides.getFirst().resizeRelocate(0, 0, half, height);
            gutter.resizeRelocate(half, 0, Metrics.GUTTER, height);
            sides.getLast().resizeRelocate(half + Metrics.GUTTER, 0, width - half - Metrics.GUTTER, height);
        }
    }

    private static int at(Side side) {
        return side == Side.LEFT ? 0 : 1;
    }
}
