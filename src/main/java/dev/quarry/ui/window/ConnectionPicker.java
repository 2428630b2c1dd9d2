package dev.quarry.ui.window;

import dev.quarry.settings.SavedConnections;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.Texts;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/// Beside Run: where a run goes, and the ways to have it go elsewhere. Decides nothing.
final class ConnectionPicker {

    /// What the user can do here.
    ///
    /// @param use told the name of the connection to use
    /// @param edit told the name of the saved one in use
    record Doings(Consumer<String> use, Runnable add, Consumer<String> edit, Runnable examine) {}

    private ConnectionPicker() {}

    /// @param saved asked whenever the menu opens
    static MenuButton build(ConnectionModel connection, Supplier<SavedConnections> saved, Doings doings) {
        var picker = new MenuButton();
        picker.setId("connection");
        picker.textProperty().bind(connection.labelProperty());
        picker.setGraphic(Buttons.icon(Feather.CLOUD));
        picker.getStyleClass().addAll("flat", "connection");
        picker.setTooltip(new Tooltip(Texts.of("connection.hint")));
        picker.setOnShowing(event -> fill(picker, saved.get(), doings));
        // What was set up or chosen shows in the label, so the menu is made anew with it.
        connection.labelProperty().addListener((o, was, is) -> fill(picker, saved.get(), doings));
        fill(picker, saved.get(), doings);
        return picker;
    }

    private static void fill(MenuButton picker, SavedConnections saved, Doings doings) {
        picker.getItems().clear();
        for (var one : saved.saved()) {
            var name = String.valueOf(one.name());
            choice(picker, "connection-use-" + name, name, name, saved, doings);
        }
        choice(
                picker,
                "connection-bedrock",
                Texts.of("connection.useBedrock"),
                SavedConnections.BEDROCK,
                saved,
                doings);
        choice(
                picker,
                "connection-samples",
                Texts.of("connection.useSamples"),
                SavedConnections.SAMPLES,
                saved,
                doings);
        picker.getItems().add(new SeparatorMenuItem());
        item(picker, "connection-add", Texts.of("connection.add"), doings.add());
        var active = saved.active();
        if (active != null && saved.saved().stream().anyMatch(one -> active.equals(one.name()))) {
            item(
                    picker,
                    "connection-edit",
                    Texts.of("connection.edit", active),
                    () -> doings.edit().accept(active));
        }
        item(picker, "connection-doctor", Texts.of("connection.doctor"), doings.examine());
    }

    private static void choice(
            MenuButton picker, String id, String text, String name, SavedConnections saved, Doings doings) {
        var item = new RadioMenuItem(text);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setSelected(name.equals(saved.active()));
        item.setOnAction(event -> doings.use().accept(name));
        picker.getItems().add(item);
    }

    private static void item(MenuButton picker, String id, String text, Runnable body) {
        var item = new MenuItem(text);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> body.run());
        picker.getItems().add(item);
    }
}
