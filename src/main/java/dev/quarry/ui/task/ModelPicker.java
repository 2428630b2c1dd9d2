package dev.quarry.ui.task;

import dev.quarry.model.ModelEntry;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.Texts;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.kordamp.ikonli.feather.Feather;

/// Picks a model from what the account can call: favourites first, filtered while one types. Any ID or ARN may be
/// typed as well. FX thread only.
final class ModelPicker {
    private static final double ROW = 44;
    private static final int MOST_ROWS = 8;

    private final TaskModel model;
    private final TextField field = new TextField();
    private final Button opener = new Button(null, Buttons.icon(Feather.CHEVRON_DOWN));
    private final ObservableList<ModelEntry> shown = FXCollections.observableArrayList();
    private final ListView<ModelEntry> list = new ListView<>(shown);
    private final Label note = new Label();
    private final Popup popup = new Popup();
    private boolean typed;
    private boolean picking;

    private ModelPicker(TaskModel model) {
        this.model = model;
    }

    static Node build(TaskModel model) {
        return new ModelPicker(model).lay();
    }

    private Node lay() {
        field.setId("model-picker");
        field.textProperty().bindBidirectional(model.modelProperty());
        field.setPromptText(Texts.of("task.model.prompt"));
        opener.setId("model-list-open");
        opener.getStyleClass().addAll("flat", "icon-button");
        opener.setAccessibleText(Texts.of("models.open"));
        opener.setFocusTraversable(false);
        opener.setOnAction(event -> toggle());
        HBox.setHgrow(field, Priority.ALWAYS);
        var box = new HBox(field, opener);
        box.getStyleClass().add("model-picker");
        box.disableProperty().bind(model.modelIsFixedProperty());
        list.setId("model-list");
        list.setCellFactory(view -> new ModelCell(model.favourites(), this::toggleFavourite));
        list.setPlaceholder(new Label(Texts.of("models.none")));
        list.setOnMouseClicked(event -> {
            if (event.getTarget() instanceof Node on && isRow(on)) {
                pick();
            }
        });
        // While the list is open it is what hears the keys first.
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        list.setFixedCellSize(ROW);
        list.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(() -> Math.clamp(shown.size(), 2, MOST_ROWS) * ROW + 4, shown));
        note.setId("model-list-note");
        note.setWrapText(true);
        note.textProperty().bind(model.modelsNoteProperty());
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        var refresh = new Button(Texts.of("models.refresh"), Buttons.icon(Feather.REFRESH_CW));
        refresh.setId("model-list-refresh");
        refresh.getStyleClass().addAll("flat", "compact");
        refresh.setOnAction(event -> model.refreshProperty().get().run());
        var content = new VBox(note, list, refresh);
        content.getStyleClass().add("model-popup");
        popup.getContent().add(content);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        field.textProperty().addListener((o, was, is) -> onText());
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is && !popup.isFocused()) {
                popup.hide();
            }
        });
        model.modelsProperty().addListener((o, was, is) -> refill());
        model.favourites().addListener((ListChangeListener<String>) change -> refill());
        return box;
    }

    /// Whether a click was on a model, and not on the scroll bar, the star or below the last one.
    private static boolean isRow(Node clicked) {
        for (Node at = clicked; at != null; at = at.getParent()) {
            if (at instanceof Button) {
                return false;
            }
            if (at instanceof ModelCell cell) {
                return !cell.isEmpty();
            }
        }
        return false;
    }

    private void onText() {
        if (!picking && field.isFocused()) {
            typed = true;
            refill();
            open();
        }
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> {
                if (popup.isShowing()) {
                    list.getSelectionModel().selectNext();
                    list.scrollTo(list.getSelectionModel().getSelectedIndex());
                } else {
                    typed = false;
                    refill();
                    open();
                }
                event.consume();
            }
            case UP -> {
                list.getSelectionModel().selectPrevious();
                event.consume();
            }
            case ENTER -> {
                if (popup.isShowing() && !event.isShortcutDown()) {
                    pick();
                    event.consume();
                }
            }
            case ESCAPE -> {
                if (popup.isShowing()) {
                    popup.hide();
                    event.consume();
                }
            }
            default -> {} // goes into the text
        }
    }

    private void toggle() {
        if (popup.isShowing()) {
            popup.hide();
        } else {
            typed = false;
            refill();
            field.requestFocus();
            open();
        }
    }

    private void open() {
        if (!popup.isShowing() && field.getScene() != null) {
            Bounds at = field.localToScreen(field.getLayoutBounds());
            if (at != null) {
                popup.show(field, at.getMinX(), at.getMaxY() + 4);
            }
        }
    }

    private void pick() {
        var picked = list.getSelectionModel().getSelectedItem();
        if (picked != null) {
            picking = true;
            model.modelProperty().set(picked.id());
            picking = false;
        }
        popup.hide();
        field.end();
    }

    private void toggleFavourite(ModelEntry entry) {
        if (!model.favourites().remove(entry.id())) {
            model.favourites().add(entry.id());
        }
    }

    /// All of them until something is typed: what is in the field then is a search.
    private void refill() {
        var search = typed ? field.getText() : "";
        var entries = model.modelsProperty().get().entries().stream()
                .filter(entry -> entry.matches(search))
                .toList();
        var favourites = model.favourites();
        shown.setAll(Stream.concat(
                        entries.stream().filter(entry -> favourites.contains(entry.id())),
                        entries.stream().filter(entry -> !favourites.contains(entry.id())))
                .toList());
        list.getSelectionModel().clearSelection();
    }
}
