package dev.quarry.ui.diff;

import dev.quarry.diff.Row;
import dev.quarry.diff.ThreeWay.Choice;
import dev.quarry.ui.control.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A row of the three-way view: three lines, or a choice. FX thread only.
final class ThreeWayCell extends ListCell<ThreeWayRow> {
    private final ThreeWayModel merge;
    private final List<LineColours> colours;
    private final List<LinePane> panes = new ArrayList<>();
    private final Thirds lines = new Thirds();

    /// @param colours of the three texts, from left to right
    ThreeWayCell(ThreeWayModel merge, Metrics metrics, List<LineColours> colours) {
        this.merge = merge;
        this.colours = colours;
        getStyleClass().add("diff-row");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        colours.forEach(each -> panes.add(new LinePane(metrics, 1)));
        lines.put(panes);
    }

    @Override
    protected void updateItem(@Nullable ThreeWayRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        switch (row) {
            case ThreeWayRow.Choose choose -> {
                setGraphic(choice(choose.conflict()));
                setAccessibleText(Texts.of("diff.threeWay.choose.spoken", choose.conflict() + 1));
            }
            case ThreeWayRow.Lines shown -> {
                show(shown);
                setGraphic(lines);
            }
        }
    }

    private void show(ThreeWayRow.Lines row) {
        var spoken = new ArrayList<String>();
        for (var i = 0; i < panes.size(); i++) {
            var side = ThreeWayPane.SIDES.get(i);
            var line = row.line(side);
            if (line == Row.FILLER) {
                panes.get(i).showFiller();
                continue;
            }
            var text = merge.merge().text(side).line(line);
            var look = !row.differs(side) ? "same" : row.conflict() >= 0 ? "moved" : "added";
            panes.get(i).showAlone(line, text, colours.get(i).of(line), look);
            spoken.add(Texts.of("diff.threeWay." + side) + ": " + text);
        }
        setAccessibleText(String.join(". ", spoken));
    }

    private Node choice(int conflict) {
        var bar = new HBox(new Label(Texts.of("diff.threeWay.choose", conflict + 1)));
        bar.getStyleClass().add("three-way-choice");
        var group = new ToggleGroup();
        for (var choice : Choice.values()) {
            var button = new ToggleButton(Texts.of("diff.threeWay.choice." + choice));
            button.setToggleGroup(group);
            button.setSelected(merge.choices().get(conflict) == choice);
            button.setFocusTraversable(false); // the keys 1, 2 and 3 choose
            button.setOnAction(event -> merge.choices().set(conflict, choice));
            bar.getChildren().add(button);
        }
        return bar;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        var graphic = getGraphic();
        if (graphic != null) {
            graphic.resizeRelocate(0, 0, getWidth(), getHeight());
        }
    }

    /// Three panes of the same width.
    private static final class Thirds extends Region {
        private List<LinePane> parts = List.of();

        private void put(List<LinePane> panes) {
            parts = panes;
            getChildren().setAll(panes);
        }

        @Override
        protected void layoutChildren() {
            var width = Math.floor(getWidth() / parts.size());
            for (var i = 0; i < parts.size(); i++) {
                parts.get(i).resizeRelocate(width * i, 0, width - 1, getHeight());
            }
        }
    }
}
