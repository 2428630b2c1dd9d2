package dev.quarry.ui.diff;

import java.text.BreakIterator;
import java.util.Locale;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Selects text of one side with the mouse: dragged over, a word by two clicks, a line by three. FX thread only.
final class TextSelecting {
    private final DiffModel model;
    private final ListView<ShownRow> list;
    private @Nullable Side side;
    private @Nullable Place anchor;

    private TextSelecting(DiffModel model, ListView<ShownRow> list) {
        this.model = model;
        this.list = list;
    }

    static void in(ListView<ShownRow> list, DiffModel model) {
        var selecting = new TextSelecting(model, list);
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, selecting::pressed);
        list.addEventFilter(MouseEvent.MOUSE_DRAGGED, selecting::dragged);
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> selecting.anchor = null);
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode().isNavigationKey()) {
                model.marks().select(null);
            }
        });
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || event.isShiftDown() || event.isShortcutDown()) {
            return;
        }
        model.marks().select(null);
        side = null;
        anchor = null;
        var cell = cellAt(event.getSceneY());
        if (cell == null || !cell.contains(cell.sceneToLocal(event.getSceneX(), event.getSceneY()))) {
            return;
        }
        var at = cell.pane().sceneToLocal(event.getSceneX(), event.getSceneY());
        side = cell.pane().sideAt(at.getX());
        if (side != null) {
            anchor = place(cell, side, event);
            select(cell, side, event.getClickCount());
        }
    }

    private void select(RowCell cell, Side in, int clicks) {
        var at = anchor;
        var text = cell.text(in);
        if (at == null || clicks < 2 || text.isEmpty()) {
            return;
        }
        var from = clicks > 2 ? 0 : wordStart(text, at.column());
        var to = clicks > 2 ? text.length() : wordEnd(text, from);
        model.marks().select(new TextSelection(in, new Place(at.row(), from), new Place(at.row(), to)));
    }

    private static int wordStart(String text, int column) {
        var words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        return words.isBoundary(Math.min(column, text.length() - 1))
                ? Math.min(column, text.length() - 1)
                : words.preceding(column);
    }

    private static int wordEnd(String text, int from) {
        var words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        return words.following(from);
    }

    private void dragged(MouseEvent event) {
        var from = anchor;
        var in = side;
        if (from == null || in == null) {
            return;
        }
        scrollAtTheEdge(event.getSceneY());
        var cell = cellAt(event.getSceneY());
        if (cell != null) {
            model.marks().select(new TextSelection(in, from, place(cell, in, event)));
        }
    }

    private void scrollAtTheEdge(double sceneY) {
        var y = list.sceneToLocal(0, sceneY).getY();
        var cells = RowCell.in(list);
        if (y < 0) {
            cells.stream().mapToInt(RowCell::getIndex).min().ifPresent(first -> list.scrollTo(Math.max(0, first - 1)));
        } else if (y > list.getHeight()) {
            cells.stream().mapToInt(RowCell::getIndex).min().ifPresent(first -> list.scrollTo(first + 1));
        }
    }

    /// The row at that height, or the one nearest to it.
    private @Nullable RowCell cellAt(double sceneY) {
        RowCell nearest = null;
        var least = Double.MAX_VALUE;
        for (var cell : RowCell.in(list)) {
            var bounds = cell.localToScene(cell.getLayoutBounds());
            var away = Math.max(0, Math.max(bounds.getMinY() - sceneY, sceneY - bounds.getMaxY()));
            if (away < least) {
                least = away;
                nearest = cell;
            }
        }
        return nearest;
    }

    private static Place place(RowCell cell, Side side, MouseEvent event) {
        return switch (cell.getItem()) {
            case ShownRow.Line line -> new Place(line.at(), cell.pane().columnAt(side, event.getSceneX()));
            case ShownRow.Closed closed -> new Place(closed.fold().fromRow(), 0);
        };
    }
}
