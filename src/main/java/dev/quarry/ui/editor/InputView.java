package dev.quarry.ui.editor;

import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.ui.control.Action;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What the input pane has besides its editor: a line with the language, the file and what can be done with it. Decides
/// nothing.
public final class InputView {

    private InputView() {}

    /// The line above the editor.
    ///
    /// @param beside what goes to the model with the input, before the other buttons
    public static Region header(InputModel model, Node beside, List<Action> actions) {
        var title = new Label(Texts.of("input.title"));
        title.getStyleClass().add("pane-title");
        var file = new Label();
        file.setId("input-file");
        file.getStyleClass().add("muted");
        file.setMinWidth(0);
        file.textProperty().bind(model.fileProperty().map(InputView::name).orElse(""));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var header = new HBox(title, languagePicker(model), file, space, beside);
        header.getStyleClass().add("pane-header");
        actions.forEach(a -> header.getChildren().add(Buttons.iconOnly(a)));
        return header;
    }

    /// What the empty editor says.
    public static Node hint() {
        var hint = new Label(Texts.of("input.empty"));
        hint.getStyleClass().add("empty-hint");
        hint.setWrapText(true);
        hint.setMaxWidth(320);
        return hint;
    }

    /// Has the pane take files that are dragged in.
    ///
    /// @param onDrop told of each
    public static void takeFiles(Node pane, Consumer<Path> onDrop) {
        pane.addEventFilter(DragEvent.DRAG_OVER, event -> {
            if (droppedFile(event) != null) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        pane.addEventFilter(DragEvent.DRAG_DROPPED, event -> {
            var dropped = droppedFile(event);
            if (dropped != null) {
                onDrop.accept(dropped);
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    private static String name(@Nullable Path file) {
        if (file == null) {
            return "";
        }
        var name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    private static @Nullable Path droppedFile(DragEvent event) {
        var files = event.getDragboard().getFiles();
        return files.size() == 1 ? files.getFirst().toPath() : null;
    }

    private static ComboBox<Language> languagePicker(InputModel model) {
        var box = new ComboBox<Language>();
        box.setId("source-language");
        box.getItems().add(Languages.PLAIN_TEXT);
        box.getItems().addAll(Languages.all());
        box.setVisibleRowCount(16);
        box.getStyleClass().add("compact");
        box.setAccessibleText(Texts.of("input.language"));
        box.setButtonCell(new LanguageCell(model));
        box.setValue(model.languageProperty().get());
        model.languageProperty().addListener((o, was, is) -> box.setValue(is));
        box.setOnAction(event -> {
            var chosen = box.getValue();
            if (chosen != null && !chosen.equals(model.languageProperty().get())) {
                model.choose(chosen);
            }
        });
        return box;
    }

    /// The language that is picked, with a question mark while it is only a guess.
    private static final class LanguageCell extends ListCell<Language> {
        private final InputModel model;

        private LanguageCell(InputModel model) {
            this.model = model;
            model.languageIsSureProperty().addListener((o, was, is) -> show(getItem()));
        }

        @Override
        protected void updateItem(@Nullable Language language, boolean empty) {
            super.updateItem(language, empty);
            show(language);
        }

        private void show(@Nullable Language language) {
            if (language == null) {
                setText(null);
                return;
            }
            var sure = model.languageIsSureProperty().get();
            setText(sure ? language.name() : Texts.of("input.language.guess", language.name()));
        }
    }
}
