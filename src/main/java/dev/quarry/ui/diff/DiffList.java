package dev.quarry.ui.diff;

import dev.quarry.ui.control.Texts;
import dev.quarry.ui.fx.FxThread;
import dev.quarry.ui.fx.StyleSheets;
import java.util.function.IntConsumer;
import javafx.beans.property.IntegerProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/// Both sides in one list, so that they cannot come apart: a row holds a line of each. Only rows in view have nodes.
/// FX thread only.
final class DiffList extends BorderPane {
    /// Not among the sheets of the window: the text panes bring it along.
    static final String SYNTAX = StyleSheets.named("syntax.css");

    private final DiffModel model;
    private final Metrics metrics;
    private final ListView<ShownRow> list;
    private final ScrollBar across = new ScrollBar();
    private double room;

    DiffList(DiffModel model, IntegerProperty fontSize, HunkGutter.Decide onDecide, IntConsumer onOpen) {
        this.model = model;
        getStyleClass().add("diff-list");
        getStylesheets().add(SYNTAX);
        metrics = new Metrics(this);
        list = new ListView<>(model.rows().list());
        list.setId("diff-rows");
        list.setAccessibleText(Texts.of("diff.rows"));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(view -> new RowCell(model, metrics, onDecide, onOpen));
        across.setId("diff-scroll-across");
        across.valueProperty().bindBidirectional(metrics.scrollProperty());
        setCenter(list);
        setBottom(across);

        fontSize.addListener((o, was, is) -> resizeFont(is.intValue()));
        resizeFont(fontSize.get());
        addEventFilter(ScrollEvent.SCROLL, this::scrollAcross);
        model.comparisonProperty().addListener((o, was, is) -> measure());
        model.look().layoutProperty().addListener((o, was, is) -> measure());
        widthProperty().addListener((o, was, is) -> measure());
        sceneProperty().addListener((o, was, is) -> measureFont());
        model.stepsProperty().addListener((o, was, is) -> cells(RowCell::refreshDecision));
        model.colouringsProperty().addListener((o, was, is) -> cells(RowCell::repaint));
        model.marks().changesProperty().addListener((o, was, is) -> cells(RowCell::refreshMarks));
        model.rows().currentProperty().addListener((o, was, is) -> {
            goTo(is.intValue());
            cells(RowCell::refreshDecision);
        });
        TextSelecting.in(list, model);
        list.getFocusModel().focusedIndexProperty().addListener((o, was, is) -> {
            if (list.isFocused()) {
                model.rows().currentProperty().set(is.intValue());
            }
        });
        list.getSelectionModel().getSelectedIndices().addListener((ListChangeListener<Integer>) change ->
                model.rows().selected().setAll(list.getSelectionModel().getSelectedIndices()));
    }

    ListView<ShownRow> list() {
        return list;
    }

    Metrics metrics() {
        return metrics;
    }

    private void resizeFont(int size) {
        setStyle("-fx-font-size: " + size + "px;");
        measureFont();
    }

    private void measureFont() {
        if (getScene() != null) {
            metrics.measure();
            list.setFixedCellSize(metrics.rowHeight());
            measure();
        }
    }

    private void measure() {
        var now = model.comparisonProperty().get();
        if (now == null) {
            return;
        }
        metrics.setMostLines(
                Math.max(now.diff().left().size(), now.diff().right().size()));
        var longest = Math.max(longest(now, Side.LEFT), longest(now, Side.RIGHT));
        var sides = model.look().layoutProperty().get() == Layout.UNIFIED ? 1 : 2;
        room = (getWidth() - Metrics.GUTTER - 16) / sides - metrics.numberWidth() * (3 - sides) - metrics.markWidth();
        metrics.fit(across, longest, room);
    }

    private static int longest(Comparison comparison, Side side) {
        return comparison.text(side).lines().stream()
                .mapToInt(LinePiece::columns)
                .max()
                .orElse(0);
    }

    private void scrollAcross(ScrollEvent event) {
        var by = event.isShiftDown() && event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
        if (by != 0 && Math.abs(by) > Math.abs(event.isShiftDown() ? 0 : event.getDeltaY())) {
            across.setValue(Math.clamp(across.getValue() - by, 0, across.getMax()));
            event.consume();
        }
    }

    private void cells(java.util.function.Consumer<RowCell> each) {
        RowCell.in(list).forEach(each);
    }

    private void goTo(int row) {
        var selection = list.getSelectionModel();
        if (row < 0) {
            selection.clearSelection();
            return;
        }
        if (list.getFocusModel().getFocusedIndex() != row || !selection.isSelected(row)) {
            selection.clearAndSelect(row);
            list.getFocusModel().focus(row);
            FxThread.LATER.execute(() -> bringIntoView(row));
        }
    }

    /// Not at the very edge: what stands above says where this is.
    private void bringIntoView(int row) {
        var flow = flow();
        if (flow == null || flow.getFirstVisibleCell() == null) {
            list.scrollTo(Math.max(0, row - 5));
            return;
        }
        var first = flow.getFirstVisibleCell().getIndex();
        var shown = flow.getLastVisibleCell().getIndex() - first;
        if (row <= first || row >= first + shown * 2 / 3) {
            list.scrollTo(Math.max(0, row - shown / 4));
        }
    }

    /// Scrolls across so that a match is in view.
    void reveal(DiffSearch.Found match) {
        var now = model.comparisonProperty().get();
        if (now == null) {
            return;
        }
        var row = model.look().layoutProperty().get().rows(now.diff()).get(match.row());
        var line = now.text(match.side()).line(match.side().line(row));
        var from = LinePiece.columns(line.substring(0, match.from())) * metrics.charWidth();
        var to = LinePiece.columns(line.substring(0, match.to())) * metrics.charWidth();
        if (from < across.getValue() || to > across.getValue() + room) {
            across.setValue(Math.clamp(from - room / 3, 0, Math.max(0, across.getMax())));
        }
    }

    /// Shows that row in the middle.
    void scrollTo(int row) {
        var shown = Math.max(1, (int) (list.getHeight() / metrics.rowHeight()));
        list.scrollTo(Math.max(0, row - shown / 2));
    }

    private @Nullable VirtualFlow<?> flow() {
        return list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
    }

    /// The vertical scroll bar, once there is one.
    @Nullable
    ScrollBar downwards() {
        for (var node : list.lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
                return bar;
            }
        }
        return null;
    }
}
