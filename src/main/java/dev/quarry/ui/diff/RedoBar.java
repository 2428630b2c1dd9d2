package dev.quarry.ui.diff;

import dev.quarry.diff.Row;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.fx.FxThread;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// The line that asks what should be different about a hunk. Decides nothing. FX thread only.
final class RedoBar extends HBox {

    /// @param onClosed told when the keyboard should go back to the rows
    RedoBar(DiffModel model, RedoController redo, Runnable onClosed) {
        setId("redo-bar");
        getStyleClass().addAll("diff-bar", "redo-bar");
        var title = new Label();
        title.setMinWidth(Region.USE_PREF_SIZE);
        title.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.rows().currentHunk() == Row.NO_HUNK
                                ? ""
                                : Texts.of("diff.redo.title", model.rows().currentHunk() + 1),
                        model.rows().currentProperty(),
                        model.stepsProperty()));
        var note = new TextField();
        note.setId("redo-note");
        note.setPromptText(Texts.of("diff.redo.note"));
        note.accessibleTextProperty().bind(title.textProperty());
        note.disableProperty().bind(model.redoRunningProperty());
        HBox.setHgrow(note, Priority.ALWAYS);
        var ask = new Button(Texts.of("diff.redo.ask"));
        ask.setId("redo-ask");
        ask.getStyleClass().add("accent");
        ask.disableProperty().bind(model.redoRunningProperty());
        ask.setOnAction(event -> redo.ask(note.getText()));
        note.setOnAction(event -> redo.ask(note.getText()));
        var close = new Button(null, Buttons.icon(Feather.X));
        close.getStyleClass().addAll("flat", "icon-button");
        close.setAccessibleText(Texts.of("diff.redo.cancel"));
        close.setOnAction(event -> redo.close());
        var waiting = new Label(Texts.of("diff.redo.running"));
        waiting.setMinWidth(Region.USE_PREF_SIZE);
        waiting.visibleProperty().bind(model.redoRunningProperty());
        waiting.managedProperty().bind(model.redoRunningProperty());
        getChildren().addAll(title, note, waiting, ask, close);
        visibleProperty().bind(model.redoBarProperty());
        managedProperty().bind(model.redoBarProperty());
        model.redoBarProperty().addListener((o, was, is) -> {
            if (is) {
                note.clear();
                FxThread.LATER.execute(note::requestFocus); // it is not in view yet
            } else {
                onClosed.run();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                redo.close();
                event.consume();
            }
        });
    }
}
