package dev.quarry.ui.preset;

import dev.quarry.ui.control.Texts;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// Asks for a name in a line of the window, so that nothing covers what is being named: Enter takes it, Escape leaves.
/// Takes no room while it does not ask. FX thread only.
public final class NameBar extends HBox {
    private final Label title = new Label();
    private final TextField name = new TextField();
    private final CheckBox pin = new CheckBox();
    private BiConsumer<String, Boolean> onName = (n, p) -> {};

    public NameBar() {
        setId("preset-name-bar");
        getStyleClass().add("name-bar");
        name.setId("preset-name");
        name.setPrefColumnCount(28);
        title.setLabelFor(name);
        pin.setId("preset-pin");
        var save = new Button(Texts.of("presets.name.save"));
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
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                hide();
                event.consume();
            }
        });
        getChildren().addAll(title, name, pin, save, cancel);
        hide();
    }

    /// Asks for the name of a preset to be saved.
    ///
    /// @param model what the preset may be pinned to; empty to offer no pin
    /// @param pinned whether it is now
    /// @param then told the name, and whether to pin
    public void ask(String suggestion, String model, boolean pinned, BiConsumer<String, Boolean> then) {
        show(Texts.of("presets.name.saveAs"), suggestion, then);
        pin.setText(Texts.of("presets.name.pin", model));
        pin.setSelected(pinned);
        pin.setVisible(!model.isBlank());
        pin.setManaged(!model.isBlank());
    }

    /// Asks for another name.
    public void rename(String from, Consumer<String> then) {
        show(Texts.of("presets.name.rename", from), from, (to, pinIt) -> then.accept(to));
        pin.setVisible(false);
        pin.setManaged(false);
    }

    private void show(String asked, String suggestion, BiConsumer<String, Boolean> then) {
        title.setText(asked);
        name.setText(suggestion);
        onName = then;
        setVisible(true);
        setManaged(true);
        name.requestFocus();
        name.selectAll();
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
