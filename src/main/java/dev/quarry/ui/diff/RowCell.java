package dev.quarry.ui.diff;

import dev.quarry.diff.Row;
import dev.quarry.ui.control.Texts;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;

/// A row of the list. FX thread only.
final class RowCell extends ListCell<ShownRow> {
    private final DiffModel model;
    private final RowPane pane;
    private @Nullable Painted painted;

    /// What the cell shows now: the list asks for the same more than once.
    private record Painted(ShownRow row, Comparison comparison, Layout layout, long colours) {}

    RowCell(DiffModel model, Metrics metrics, HunkGutter.Decide onDecide, IntConsumer onOpen) {
        this.model = model;
        pane = new RowPane(metrics, onDecide);
        getStyleClass().add("diff-row");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            if (getItem() instanceof ShownRow.Closed) {
                onOpen.accept(getIndex());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable ShownRow row, boolean empty) {
        super.updateItem(row, empty);
        var comparison = model.comparisonProperty().get();
        if (empty || row == null || comparison == null) {
            setGraphic(null);
            setAccessibleText(null);
            painted = null;
            return;
        }
        var wanted = new Painted(
                row,
                comparison,
                model.look().layoutProperty().get(),
                model.colouringsProperty().get());
        if (wanted.equals(painted)) {
            refreshDecision();
            refreshMarks();
            return;
        }
        painted = wanted;
        switch (row) {
            case ShownRow.Closed closed -> {
                pane.showFold(closed);
                setAccessibleText(Texts.of("diff.fold.spoken", RowPane.foldText(closed)));
            }
            case ShownRow.Line line -> {
                pane.showLine(model, comparison, line);
                setAccessibleText(spoken(comparison, line));
            }
        }
        if (getGraphic() == null) {
            setGraphic(pane);
        }
    }

    /// Looks again at the decision, the text being as it was.
    void refreshDecision() {
        var comparison = model.comparisonProperty().get();
        if (getItem() instanceof ShownRow.Line line && comparison != null && !isEmpty() && isOf(comparison, line)) {
            pane.showDecision(model, comparison, line);
            setAccessibleText(spoken(comparison, line));
        }
    }

    /// Looks again at what stands out, the text being as it was.
    void refreshMarks() {
        var comparison = model.comparisonProperty().get();
        if (getItem() instanceof ShownRow.Line line && comparison != null && !isEmpty() && isOf(comparison, line)) {
            pane.showMarks(model, line);
        }
    }

    RowPane pane() {
        return pane;
    }

    /// The line of that side; empty for a fold.
    String text(Side side) {
        var shown = pane.pane(side);
        return shown == null ? "" : shown.line();
    }

    /// The rows in view, in no order.
    static List<RowCell> in(ListView<ShownRow> list) {
        return list.lookupAll(".diff-row").stream()
                .filter(RowCell.class::isInstance)
                .map(RowCell.class::cast)
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    /// The list may still hold rows of the comparison before: those are about to be replaced.
    private boolean isOf(Comparison comparison, ShownRow.Line line) {
        var rows = model.look().layoutProperty().get().rows(comparison.diff());
        return line.at() < rows.size() && rows.get(line.at()).equals(line.row());
    }

    /// Paints again: better colours have come.
    void repaint() {
        updateItem(getItem(), isEmpty());
    }

    private String spoken(Comparison comparison, ShownRow.Line line) {
        var row = line.row();
        var diff = comparison.diff();
        var left = row.fillerLeft() ? "" : diff.left().line(row.left());
        var right = row.fillerRight() ? "" : diff.right().line(row.right());
        var text = row.hunk() == Row.NO_HUNK || row.kind() == Row.Kind.SAME
                ? Texts.of("diff.spoken.same", Math.max(row.left(), row.right()) + 1, right.isEmpty() ? left : right)
                : row.fillerRight()
                        ? Texts.of("diff.spoken.removed", row.left() + 1, left)
                        : row.fillerLeft()
                                ? Texts.of("diff.spoken.added", row.right() + 1, right)
                                : Texts.of("diff.spoken.changed", row.left() + 1, left, right);
        var review = model.review();
        return review == null || row.hunk() == Row.NO_HUNK
                ? text
                : Texts.of("diff.spoken.state." + review.state(diff.hunks().get(row.hunk())), text);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (getGraphic() != null) {
            pane.resizeRelocate(0, 0, getWidth(), getHeight());
        }
    }
}
