package dev.quarry.ui.preset;

import dev.quarry.ui.control.Action;
import dev.quarry.ui.control.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The trials of a preset: a line to start them from, and below it the table, once there is anything in it. Decides
/// nothing.
public final class TrialsView extends VBox {
    private final BooleanBinding shown;

    /// @param models the IDs of the models to try, with commas between them
    public TrialsView(TableView<?> table, ObservableBooleanValue running, StringProperty models, List<Action> actions) {
        shown = Bindings.isNotEmpty(table.getItems()).or(running);
        var title = new Label(Texts.of("presets.try"));
        title.getStyleClass().add("pane-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var field = new TextField();
        field.setId("preset-try-models");
        field.getStyleClass().add("compact");
        field.setPromptText(Texts.of("presets.try.models"));
        field.setAccessibleText(Texts.of("presets.try.models"));
        field.textProperty().bindBidirectional(models);
        field.setPrefColumnCount(30);
        field.setMinWidth(160);
        field.setMaxWidth(520);
        HBox.setHgrow(field, Priority.SOMETIMES);
        var hint = new Label(Texts.of("presets.try.empty"));
        hint.getStyleClass().add("muted");
        hint.visibleProperty().bind(shown.not());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var header = new HBox(title, field);
        header.getStyleClass().add("pane-header");
        actions.forEach(a -> header.getChildren().add(PresetEditorView.compact(a)));
        header.getChildren().addAll(hint, space);
        getChildren().addAll(header, table);
        getStyleClass().add("pane");
        setVgrow(table, Priority.ALWAYS);
        table.visibleProperty().bind(shown);
        table.managedProperty().bind(shown);
    }

    /// Whether the table is there.
    public ObservableBooleanValue shownProperty() {
        return shown;
    }
}
