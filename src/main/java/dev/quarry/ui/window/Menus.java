package dev.quarry.ui.window;

import dev.quarry.settings.Settings;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/// The menus, made from the actions.
final class Menus {
    private static final String LINE = "-";

    private static final String[] DIFF = {
        "next-change",
        "previous-change",
        LINE,
        "accept-hunk",
        "reject-hunk",
        "accept-lines",
        "reject-lines",
        "accept-all",
        "reject-all",
        "redo-hunk",
        LINE,
        "undo-decision",
        "redo-decision",
        LINE,
        "apply-file",
        "apply-input",
        "copy-result",
        "save-result",
        "copy-patch",
        "save-patch",
        "undo-apply",
        LINE,
        "unified",
        "folds",
        "safe-colours",
        "result",
        "compare-again",
        "wide-output"
    };

    private Menus() {}

    /// @param onExample told which sample was picked
    /// @param folders of presets
    static MenuBar bar(
            WindowActions actions,
            ObjectProperty<Settings.Theme> theme,
            ObservableList<Example> examples,
            Consumer<Example> onExample,
            Menu folders) {
        var view = menu(
                actions,
                "menu.view",
                "zoom-in",
                "zoom-out",
                "wrap",
                LINE,
                "next-problem",
                "previous-problem",
                LINE,
                "focus-input",
                "focus-output",
                LINE);
        view.getItems().addAll(themes(theme));
        var bar = new MenuBar(
                menu(actions, "menu.file", "open", "save-output"),
                menu(
                        actions,
                        "menu.edit",
                        "undo",
                        "redo",
                        LINE,
                        "find",
                        "replace",
                        "go-to-line",
                        LINE,
                        "copy-output",
                        "swap-output",
                        LINE,
                        "clear-input"),
                view,
                menu(
                        actions,
                        "menu.run",
                        "run",
                        "continue",
                        "stop",
                        LINE,
                        "show-checks",
                        "repair",
                        "check-again",
                        "run-tests",
                        "check-settings",
                        LINE,
                        "budget"),
                menu(actions, "menu.diff", DIFF),
                presets(actions, folders),
                samples(examples, onExample),
                menu(actions, "menu.help", "shortcuts"));
        bar.setUseSystemMenuBar(true);
        return bar;
    }

    private static Menu menu(WindowActions actions, String title, String... ids) {
        var menu = new Menu(Texts.of(title));
        menu.setMnemonicParsing(true);
        for (var id : ids) {
            menu.getItems().add(id.equals(LINE) ? new SeparatorMenuItem() : Buttons.menuItem(actions.get(id)));
        }
        return menu;
    }

    private static Menu presets(WindowActions actions, Menu folders) {
        var menu = menu(
                actions,
                "menu.presets",
                "preset-save",
                "preset-edit",
                "preset-try",
                LINE,
                "preset-favourite",
                "preset-up",
                "preset-down",
                LINE,
                "preset-duplicate",
                "preset-rename",
                "preset-delete",
                "preset-reset",
                LINE,
                "preset-import",
                "preset-export",
                "preset-copy",
                LINE,
                "preset-add-folder");
        menu.getItems().add(folders);
        return menu;
    }

    private static List<RadioMenuItem> themes(ObjectProperty<Settings.Theme> theme) {
        var group = new ToggleGroup();
        var items = List.of(Settings.Theme.values()).stream()
                .map(choice -> {
                    var id = "theme-" + choice.name().toLowerCase(Locale.ROOT);
                    var item = new RadioMenuItem(Texts.of("action." + id));
                    item.setId("menu-" + id);
                    item.setUserData(choice);
                    item.setToggleGroup(group);
                    item.setSelected(theme.get() == choice);
                    item.setOnAction(event -> theme.set(choice));
                    return item;
                })
                .toList();
        theme.addListener((o, was, is) -> items.forEach(i -> i.setSelected(i.getUserData() == is)));
        return items;
    }

    /// The samples come when they have been read.
    private static Menu samples(ObservableList<Example> examples, Consumer<Example> onExample) {
        var menu = new Menu(Texts.of("menu.samples"));
        menu.setId("menu-samples");
        menu.disableProperty().bind(Bindings.isEmpty(menu.getItems()));
        examples.addListener((ListChangeListener<Example>) change -> menu.getItems()
                .setAll(examples.stream().map(e -> item(e, onExample)).toList()));
        return menu;
    }

    private static MenuItem item(Example example, Consumer<Example> onExample) {
        var item = new MenuItem(example.title());
        item.setOnAction(event -> onExample.accept(example));
        return item;
    }
}
