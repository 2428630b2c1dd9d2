package dev.quarry.ui.preset;

import dev.quarry.ui.control.Action;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.Texts;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Lays out the editor of a preset: its file on the left, on the right the request it makes of the input and
/// the table of its trials. Decides nothing.
public final class PresetEditorView {

    private PresetEditorView() {}

    /// Lays the editor out.
    ///
    /// @param editor the text of the file
    /// @param preview the request
    /// @param table of the trials
    /// @param models the IDs of the models to try, with commas between them
    public static Region build(
            ObservableStringValue title,
            Node editor,
            Node preview,
            Node table,
            StringProperty models,
            List<Action> actions,
            List<Action> trying) {
        var name = new Label();
        name.setId("preset-editor-title");
        name.getStyleClass().add("pane-title");
        name.textProperty().bind(title);
        name.setMinWidth(60);
        var header = header(name);
        actions.forEach(a -> header.getChildren().add(compact(a)));
        var file = new VBox(header, editor);
        VBox.setVgrow(editor, Priority.ALWAYS);
        file.getStyleClass().add("pane");

        var asked = new Label(Texts.of("presets.preview"));
        asked.getStyleClass().add("pane-title");
        var request = new VBox(header(asked), preview);
        VBox.setVgrow(preview, Priority.ALWAYS);
        request.getStyleClass().add("pane");

        var tried = new Label(Texts.of("presets.try"));
        tried.getStyleClass().add("pane-title");
        tried.setMinWidth(Region.USE_PREF_SIZE);
        var field = new TextField();
        field.setId("preset-try-models");
        field.getStyleClass().add("compact");
        field.setPromptText(Texts.of("presets.try.models"));
        field.setAccessibleText(Texts.of("presets.try.models"));
        field.textProperty().bindBidirectional(models);
        field.setPrefColumnCount(16);
        field.setMinWidth(96);
        HBox.setHgrow(field, Priority.ALWAYS);
        var tryHeader = new HBox(tried, field);
        tryHeader.getStyleClass().add("pane-header");
        trying.forEach(a -> tryHeader.getChildren().add(compact(a)));
        var trials = new VBox(tryHeader, table);
        VBox.setVgrow(table, Priority.ALWAYS);
        trials.getStyleClass().add("pane");

        var right = new SplitPane(request, trials);
        right.setOrientation(Orientation.VERTICAL);
        right.setDividerPositions(0.58);
        var panes = new SplitPane(file, right);
        panes.setId("preset-editing");
        panes.setDividerPositions(0.46);
        panes.getStyleClass().add("panes");
        return panes;
    }

    private static Node compact(Action action) {
        var button = action.id().equals("preset-close") ? Buttons.iconOnly(action) : Buttons.of(action);
        button.setId("button-" + action.id());
        button.getStyleClass().addAll("flat", "compact");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static HBox header(Label title) {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var header = new HBox(title, space);
        header.getStyleClass().add("pane-header");
        return header;
    }
}
