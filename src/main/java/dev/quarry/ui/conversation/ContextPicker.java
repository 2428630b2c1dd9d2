package dev.quarry.ui.conversation;

import dev.quarry.context.ContextSet;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.FileDialogs;
import dev.quarry.ui.control.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/// The button with the files that are read along. Decides nothing.
public final class ContextPicker {

    private ContextPicker() {}

    public static MenuButton build(ContextModel model, FileDialogs dialogs) {
        var button = new MenuButton(null, Buttons.icon(Feather.PAPERCLIP));
        button.setId("context");
        button.getStyleClass().addAll("flat", "no-arrow", "context");
        button.setTooltip(new Tooltip(Texts.of("context.hint")));
        button.setAccessibleText(Texts.of("context.hint"));
        button.getItems().add(new MenuItem()); // a menu without items would not open
        button.setOnShowing(event -> button.getItems().setAll(items(model, dialogs)));
        button.textProperty().bind(model.filesProperty().map(ContextPicker::summary));
        return button;
    }

    private static String summary(ContextSet set) {
        return set.files().isEmpty()
                ? ""
                : Texts.of("context.summary", set.files().size(), set.tokens());
    }

    private static List<MenuItem> items(ContextModel model, FileDialogs dialogs) {
        var set = model.filesProperty().get();
        var files = new MenuItem(Texts.of("context.files"));
        files.setId("context-files");
        files.setOnAction(event -> add(model, dialogs.openSeveral()));
        var folder = new MenuItem(Texts.of("context.folder"));
        folder.setId("context-folder");
        folder.setOnAction(event -> dialogs.folder().ifPresent(f -> add(model, List.of(f))));
        var items = new ArrayList<MenuItem>(List.of(files, folder));
        if (!set.files().isEmpty()) {
            items.add(new SeparatorMenuItem());
            for (var file : set.files()) {
                var item = new MenuItem(Texts.of("context.remove", file.name(), file.tokens()));
                item.setMnemonicParsing(false);
                item.setOnAction(event ->
                        model.filesProperty().set(model.filesProperty().get().without(file)));
                items.add(item);
            }
            var none = new MenuItem(Texts.of("context.removeAll"));
            none.setOnAction(event -> model.filesProperty().set(ContextSet.NONE));
            items.add(none);
        }
        if (set.leftOut() > 0) {
            var note = new MenuItem(Texts.of("context.leftOut", set.leftOut()));
            note.setDisable(true);
            items.add(note);
        }
        return items;
    }

    private static void add(ContextModel model, List<Path> picked) {
        if (!picked.isEmpty()) {
            model.add(picked);
        }
    }
}
