package dev.quarry.ui.usage;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Names with a bar and a number each, the largest on top. FX thread only.
final class RankedBars extends GridPane {

    /// @param value from 0
    /// @param text says the value
    record Entry(String name, double value, String text) {}

    RankedBars(String id) {
        setId(id);
        getStyleClass().add("ranked-bars");
        var names = new ColumnConstraints();
        names.setMinWidth(0);
        names.maxWidthProperty().bind(widthProperty().multiply(0.5));
        var bars = new ColumnConstraints();
        bars.setHgrow(Priority.ALWAYS);
        bars.setMinWidth(0);
        var numbers = new ColumnConstraints();
        numbers.setMinWidth(USE_PREF_SIZE);
        getColumnConstraints().setAll(List.of(names, bars, numbers));
    }

    /// @param entries the largest first
    void show(List<Entry> entries) {
        getChildren().clear();
        var largest = entries.isEmpty() ? 0 : entries.getFirst().value();
        for (var row = 0; row < entries.size(); row++) {
            var entry = entries.get(row);
            var name = new Label(entry.name());
            name.getStyleClass().add("ranked-name");
            name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            name.setMinWidth(0);
            name.setTooltip(new Tooltip(entry.name()));
            var number = new Label(entry.text());
            number.getStyleClass().add("ranked-number");
            number.setAccessibleText(entry.name() + ": " + entry.text());
            addRow(row, name, bar(largest == 0 ? 0 : entry.value() / largest), number);
        }
    }

    private static HBox bar(double share) {
        var bar = new Region();
        bar.getStyleClass().add("ranked-bar");
        var room = new HBox(bar);
        room.setAlignment(Pos.CENTER_LEFT);
        room.setMinWidth(0);
        room.setPrefWidth(0); // what the names and numbers leave
        bar.setMinWidth(share > 0 ? 2 : 0);
        bar.prefWidthProperty().bind(room.widthProperty().multiply(share));
        return room;
    }
}
