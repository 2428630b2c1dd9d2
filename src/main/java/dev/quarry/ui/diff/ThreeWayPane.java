package dev.quarry.ui.diff;

import dev.quarry.diff.ThreeWay.Choice;
import dev.quarry.diff.ThreeWay.Side;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.Texts;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The result, what it was made from, and what the file is now, side by side; with a choice where both changed the
/// same lines. Decides nothing. FX thread only.
final class ThreeWayPane extends BorderPane {
    /// From left to right.
    static final List<Side> SIDES = List.of(Side.OURS, Side.BASE, Side.THEIRS);

    private final ThreeWayModel merge;
    private final ListView<ThreeWayRow> list = new ListView<>();
    private final ScrollBar across = new ScrollBar();

    ThreeWayPane(ThreeWayModel merge, DiffActions actions, Metrics metrics, LineColours... colours) {
        this.merge = merge;
        setId("three-way");
        getStyleClass().addAll("three-way", "diff-list");
        getStylesheets().add(DiffList.SYNTAX);
        metrics.scrollProperty().set(0);
        var state = new Label();
        state.setId("three-way-state");
        state.textProperty().bind(Bindings.createStringBinding(this::state, merge.choices()));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var write = Buttons.of(actions.writeMerged);
        write.setId("three-way-write");
        write.getStyleClass().add("accent");
        var bar = new HBox(state, space, write, Buttons.of(actions.leaveMerge));
        bar.getStyleClass().add("diff-bar");
        var titles = new HBox();
        titles.getStyleClass().add("three-way-titles");
        for (var side : SIDES) {
            var title = new Label(Texts.of("diff.threeWay." + side));
            title.setMaxWidth(Double.MAX_VALUE);
            title.setPrefWidth(100);
            HBox.setHgrow(title, Priority.ALWAYS);
            titles.getChildren().add(title);
        }
        list.getItems().setAll(merge.rows());
        list.setId("three-way-rows");
        list.setAccessibleText(Texts.of("diff.threeWay"));
        list.setFixedCellSize(metrics.rowHeight() + 4);
        list.setCellFactory(view -> new ThreeWayCell(merge, metrics, List.of(colours)));
        merge.choices().addListener((Observable o) -> list.refresh());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        setTop(new VBox(bar, titles));
        setCenter(list);
        setBottom(across);
        across.valueProperty().bindBidirectional(metrics.scrollProperty());
        widthProperty().addListener((o, was, is) -> measure(metrics));
        for (var i = 0; i < merge.rows().size(); i++) {
            if (merge.rows().get(i) instanceof ThreeWayRow.Choose) {
                list.getSelectionModel().select(i);
                list.scrollTo(Math.max(0, i - 3));
                break;
            }
        }
    }

    private void measure(Metrics metrics) {
        var longest = SIDES.stream()
                .flatMap(side -> merge.merge().text(side).lines().stream())
                .mapToInt(LinePiece::columns)
                .max()
                .orElse(0);
        var room = getWidth() / SIDES.size() - metrics.numberWidth() - metrics.markWidth();
        metrics.fit(across, longest, room);
    }

    private String state() {
        var open = merge.choices().stream().filter(c -> c == null).count();
        return Texts.of("diff.threeWay.state", merge.choices().size(), open);
    }

    private void key(KeyEvent event) {
        if (list.getSelectionModel().getSelectedItem() instanceof ThreeWayRow.Choose choose) {
            var choice = switch (event.getCode()) {
                case DIGIT1, NUMPAD1 -> Choice.OURS;
                case DIGIT2, NUMPAD2 -> Choice.THEIRS;
                case DIGIT3, NUMPAD3 -> Choice.BOTH;
                default -> null;
            };
            if (choice != null) {
                merge.choices().set(choose.conflict(), choice);
                event.consume();
            }
        }
    }

    @Override
    public void requestFocus() {
        list.requestFocus();
    }
}
