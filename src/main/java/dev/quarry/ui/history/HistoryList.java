package dev.quarry.ui.history;

import dev.quarry.history.HistoryQuery;
import dev.quarry.history.RunSummary;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.Texts;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The runs, with a field to search them and filters; one click shows one again. FX thread only.
public final class HistoryList extends VBox {
    private final HistoryModel model;
    private final HistoryController controller;
    private final Consumer<RunSummary> onPick;
    private final ListView<RunSummary> list;
    private final RunNaming naming;
    private boolean refilling;

    public HistoryList(HistoryModel model, HistoryController controller, Consumer<RunSummary> onPick) {
        this.model = model;
        this.controller = controller;
        this.onPick = onPick;
        list = new ListView<>();
        naming = new RunNaming(controller::name);
        getStyleClass().add("rail-section");
        var title = new Label(Texts.of("rail.history"));
        title.getStyleClass().add("rail-title");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var header = new HBox(title, space, new HistoryFilters(model).button());
        header.getStyleClass().add("rail-header");
        setUpList();
        getChildren().addAll(header, searchField(), naming, list);
        VBox.setVgrow(list, Priority.ALWAYS);
    }

    private HBox searchField() {
        var field = new TextField();
        field.setId("history-search");
        field.setPromptText(Texts.of("rail.history.search"));
        field.setAccessibleText(Texts.of("rail.history.search"));
        field.textProperty()
                .addListener((o, was, is) ->
                        model.queryProperty().set(model.queryProperty().get().withWords(is)));
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN && !list.getItems().isEmpty()) {
                list.requestFocus();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
                field.clear();
                event.consume();
            }
        });
        var clear = new Button(null, Buttons.icon(Feather.X));
        clear.getStyleClass().addAll("flat", "icon-button");
        clear.setAccessibleText(Texts.of("rail.history.clear"));
        clear.setOnAction(event -> {
            field.clear();
            model.queryProperty().set(HistoryQuery.ALL);
        });
        clear.setVisible(false);
        clear.setManaged(false);
        model.queryProperty().addListener((o, was, is) -> {
            clear.setVisible(is.narrows());
            clear.setManaged(is.narrows());
        });
        HBox.setHgrow(field, Priority.ALWAYS);
        var box = new HBox(field, clear);
        box.getStyleClass().add("rail-search");
        return box;
    }

    private void setUpList() {
        list.setId("history-list");
        list.setAccessibleText(Texts.of("rail.history"));
        list.setCellFactory(view -> new RunCell(index -> {
            if (index == list.getItems().size() - 1) {
                controller.more();
            }
        }));
        var empty = new Label();
        empty.setId("history-empty");
        empty.setWrapText(true);
        empty.getStyleClass().add("empty-hint");
        empty.textProperty()
                .bind(model.queryProperty()
                        .map(q -> Texts.of(q.narrows() ? "rail.history.nothing" : "rail.history.empty")));
        list.setPlaceholder(empty);
        model.runs().subscribe(this::refill);
        list.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null && !refilling) {
                onPick.accept(is);
            }
        });
        list.setOnKeyPressed(event -> {
            var run = selected();
            if (run == null) {
                return;
            }
            switch (event.getCode()) {
                case DELETE, BACK_SPACE -> controller.delete(List.of(run));
                case F2 -> naming.begin(run);
                case P -> controller.pin(run, !run.pinned());
                case ENTER -> onPick.accept(run);
                default -> {
                    return;
                }
            }
            event.consume();
        });
        list.setContextMenu(menu());
    }

    /// New rows in the place of the old ones are no click of the user's.
    private void refill() {
        refilling = true;
        var was = selected();
        list.getItems().setAll(model.runs());
        if (was != null) {
            list.getItems().stream()
                    .filter(r -> r.id() == was.id())
                    .findFirst()
                    .ifPresentOrElse(list.getSelectionModel()::select, list.getSelectionModel()::clearSelection);
        } else {
            list.getSelectionModel().clearSelection();
        }
        refilling = false;
    }

    private @Nullable RunSummary selected() {
        return list.getSelectionModel().getSelectedItem();
    }

    private ContextMenu menu() {
        var pin = item("history-pin", "rail.history.pin", run -> controller.pin(run, !run.pinned()));
        var name = item("history-name", "rail.history.name", naming::begin);
        var delete = item("history-delete", "rail.history.delete", run -> controller.delete(List.of(run)));
        var found = new MenuItem();
        found.setId("history-delete-found");
        found.setOnAction(event -> controller.deleteFound());
        var menu = new ContextMenu(pin, name, new SeparatorMenuItem(), delete, found);
        menu.setOnShowing(event -> {
            var run = selected();
            pin.setText(Texts.of(run != null && run.pinned() ? "rail.history.unpin" : "rail.history.pin"));
            for (var item : List.of(pin, name, delete)) {
                item.setDisable(run == null);
            }
            found.setText(Texts.of(
                    model.queryProperty().get().narrows() ? "rail.history.deleteFound" : "rail.history.deleteAll"));
        });
        return menu;
    }

    private MenuItem item(String id, String text, Consumer<RunSummary> action) {
        var item = new MenuItem(Texts.of(text));
        item.setId(id);
        item.setOnAction(event -> action.accept(Objects.requireNonNull(selected())));
        return item;
    }
}
