package dev.quarry.ui.window;

import dev.quarry.settings.Settings;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.Texts;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/// The menu of what is kept and for how long, and the button for runs that are not. Decides nothing.
final class HistoryMenu {
    private static final int[] DAYS = {0, 30, 90, 365};
    private static final int[] MEGABYTES = {0, 100, 1024, 10_240};

    private HistoryMenu() {}

    /// @param now the settings as they are
    /// @param onChange told of other settings
    static Menu build(
            WindowActions actions,
            BooleanProperty privateRun,
            Supplier<Settings.History> now,
            Consumer<Settings.History> onChange) {
        var privately = new CheckMenuItem(Texts.of("action.private-run"));
        privately.setId("menu-private-run");
        privately.selectedProperty().bindBidirectional(privateRun);
        var kept = new CheckMenuItem(Texts.of("history.kept"));
        kept.setId("menu-history-kept");
        kept.setOnAction(event -> {
            var was = now.get();
            onChange.accept(new Settings.History(kept.isSelected(), was.days(), was.megabytes()));
        });
        var days = new Menu(Texts.of("history.days"));
        var size = new Menu(Texts.of("history.megabytes"));
        var menu = new Menu(Texts.of("menu.history"));
        for (var id : new String[] {"search-history", "refine", "version-diff", "compare", "usage"}) {
            menu.getItems().add(Buttons.menuItem(actions.get(id)));
        }
        menu.getItems().addAll(new SeparatorMenuItem(), privately, kept, days, size);
        menu.setOnShowing(event -> {
            var was = now.get();
            kept.setSelected(was.kept());
            days.getItems().clear();
            for (var limit : DAYS) {
                days.getItems()
                        .add(choice(
                                "history.days",
                                limit,
                                was.days(),
                                h -> new Settings.History(h.kept(), limit, h.megabytes()),
                                now,
                                onChange));
            }
            size.getItems().clear();
            for (var limit : MEGABYTES) {
                size.getItems()
                        .add(choice(
                                "history.megabytes",
                                limit,
                                was.megabytes(),
                                h -> new Settings.History(h.kept(), h.days(), limit),
                                now,
                                onChange));
            }
        });
        return menu;
    }

    private static RadioMenuItem choice(
            String key,
            int limit,
            int chosen,
            UnaryOperator<Settings.History> change,
            Supplier<Settings.History> now,
            Consumer<Settings.History> onChange) {
        var item = new RadioMenuItem(Texts.of(limit == 0 ? key + ".none" : key + ".limit", limit));
        item.setSelected(limit == chosen);
        item.setOnAction(event -> onChange.accept(change.apply(now.get())));
        return item;
    }

    /// Beside Run: on while runs are not kept.
    static ToggleButton privateButton(BooleanProperty privateRun) {
        var button = new ToggleButton(Texts.of("action.private-run"), Buttons.icon(Feather.EYE_OFF));
        button.setId("private-run");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().addAll("icon-button", "private-run");
        button.setTooltip(new Tooltip(Texts.of("action.private-run.help")));
        button.setAccessibleText(Texts.of("action.private-run"));
        button.selectedProperty().bindBidirectional(privateRun);
        return button;
    }
}
