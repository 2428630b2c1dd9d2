package dev.quarry.ui.preset;

import dev.quarry.ui.control.Texts;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Asks for a name in a line of the window, so that nothing covers what is being named: Enter takes it, Escape leaves.
/// What the name would replace or hide is said while it is typed. Takes no room while it does not ask. FX thread only.
public final class NameBar extends VBox {
    private final Label title = new Label();
    private final TextField name = new TextField();
    private final CheckBox pin = new CheckBox();
    private final Button save = new Button();
    private final Label consequence = new Label();
    private Function<String, Optional<Taken>> whatOf = n -> Optional.empty();
    private BiConsumer<String, Boolean> onName = (n, p) -> {};

    /// That there is a preset of the name already.
    ///
    /// @param replaced whether it goes away
    /// @param sentence says what becomes of it
    public record Taken(boolean replaced, String sentence) {}

    public NameBar() {
        setId("preset-name-bar");
        getStyleClass().add("name-bar");
        name.setId("preset-name");
        name.setPrefColumnCount(28);
        title.setLabelFor(name);
        pin.setId("preset-pin");
        save.setId("preset-name-save");
        save.getStyleClass().add("accent");
        save.disableProperty().bind(name.textProperty().map(String::isBlank));
        save.setOnAction(event -> take());
        name.setOnAction(event -> take());
        var cancel = new Button(Texts.of("presets.name.cancel"));
        cancel.setOnAction(event -> hide());
        // The name gives way first, then what it is pinned to: never the words of what can be done.
        title.setMinWidth(USE_PREF_SIZE);
        save.setMinWidth(USE_PREF_SIZE);
        cancel.setMinWidth(USE_PREF_SIZE);
        name.setMinWidth(140);
        consequence.setId("preset-name-consequence");
        consequence.setWrapText(true);
        consequence.managedProperty().bind(consequence.visibleProperty());
        consequence.visibleProperty().bind(consequence.textProperty().isNotEmpty());
        name.textProperty().addListener((o, was, is) -> tell());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                hide();
                event.consume();
            }
        });
        var row = new HBox(title, name, pin, save, cancel);
        row.getStyleClass().add("name-bar-row");
        getChildren().addAll(row, consequence);
        hide();
    }

    /// Asks for the name of a preset to be saved.
    ///
    /// @param model what the preset may be pinned to; empty to offer no pin
    /// @param pinned whether it is now
    /// @param of asked, for each name that is typed, what it would do to a preset that has it
    /// @param then told the name, and whether to pin
    public void ask(
            String suggestion,
            String model,
            boolean pinned,
            Function<String, Optional<Taken>> of,
            BiConsumer<String, Boolean> then) {
        show(Texts.of("presets.name.saveAs"), suggestion, of, then);
        pin.setText(Texts.of("presets.name.pin", model));
        pin.setSelected(pinned);
        pin.setVisible(!model.isBlank());
        pin.setManaged(!model.isBlank());
    }

    /// Asks for another name.
    public void rename(String from, Consumer<String> then) {
        show(Texts.of("presets.name.rename", from), from, n -> Optional.empty(), (to, pinIt) -> then.accept(to));
        pin.setVisible(false);
        pin.setManaged(false);
    }

    private void show(
            String asked, String suggestion, Function<String, Optional<Taken>> of, BiConsumer<String, Boolean> then) {
        title.setText(asked);
        whatOf = of;
        name.setText(suggestion);
        onName = then;
        tell();
        setVisible(true);
        setManaged(true);
        name.requestFocus();
        name.selectAll();
    }

    private void tell() {
        var taken = name.getText().isBlank()
                ? Optional.<Taken>empty()
                : whatOf.apply(name.getText().strip());
        consequence.setText(taken.map(Taken::sentence).orElse(""));
        var replaces = taken.map(Taken::replaced).orElse(false);
        save.setText(Texts.of(replaces ? "presets.name.replace" : "presets.name.save"));
        save.setAccessibleHelp(consequence.getText());
    }

    private void take() {
        if (!name.getText().isBlank()) {
            var taken = name.getText().strip();
            hide();
            onName.accept(taken, pin.isVisible() && pin.isSelected());
        }
    }

    private void hide() {
        setVisible(false);
        setManaged(false);
    }
}
