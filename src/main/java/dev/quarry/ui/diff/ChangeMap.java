package dev.quarry.ui.diff;

import dev.quarry.diff.Hunk;
import dev.quarry.diff.Row;
import dev.quarry.ui.control.Texts;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.Region;

/// Where the changes are in the whole text, drawn beside the scroll bar; a click goes there. FX thread only.
final class ChangeMap extends Region {
    private static final double WIDTH = 12;
    private static final double LEAST_HEIGHT = 3;

    private final DiffModel model;
    private boolean stale = true;

    /// @param onPick told which row was clicked
    ChangeMap(DiffModel model, IntConsumer onPick) {
        this.model = model;
        setId("diff-map");
        getStyleClass().add("diff-map");
        setAccessibleText(Texts.of("diff.map"));
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        model.rows().list().addListener((ListChangeListener<ShownRow>) change -> redraw());
        heightProperty().addListener((o, was, is) -> redraw());
        setOnMouseClicked(event -> {
            var rows = model.rows().list().size();
            if (rows > 0) {
                onPick.accept(Math.clamp((int) (event.getY() / getHeight() * rows), 0, rows - 1));
            }
        });
    }

    private void redraw() {
        stale = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        var comparison = model.comparisonProperty().get();
        if (!stale || getHeight() <= 0) {
            return;
        }
        stale = false;
        getChildren().clear();
        if (comparison == null) {
            return;
        }
        var rows = model.rows().list();
        var drawnTo = -1.0;
        Hunk.Kind drawn = null;
        for (var from = 0; from < rows.size(); from++) {
            var hunk = rows.get(from).hunk();
            if (hunk == Row.NO_HUNK) {
                continue;
            }
            var to = from + 1;
            while (to < rows.size() && rows.get(to).hunk() == hunk) {
                to++;
            }
            var kind = comparison.diff().hunks().get(hunk).kind();
            var top = Math.floor(getHeight() * from / rows.size());
            var height = Math.max(LEAST_HEIGHT, Math.ceil(getHeight() * (to - from) / rows.size()));
            // Thousands of hunks share some hundred pixels: one mark for those that fall together.
            if (kind != drawn || top + height > drawnTo) {
                add(kind, top, height);
                drawnTo = top + height;
                drawn = kind;
            }
            from = to - 1;
        }
    }

    private void add(Hunk.Kind kind, double top, double height) {
        var mark = new Region();
        mark.getStyleClass().addAll("map-mark", kind.name().toLowerCase(Locale.ROOT));
        mark.setManaged(false);
        mark.setMouseTransparent(true);
        getChildren().add(mark);
        mark.resizeRelocate(2, top, WIDTH - 4, height);
    }
}
