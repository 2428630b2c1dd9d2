package dev.quarry.ui.history;

import dev.quarry.history.HistoryQuery;
import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.Texts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/// The menu of filters: by task, model, language, outcome, verdict and date. FX thread only.
final class HistoryFilters {
    private static final List<String> OUTCOMES =
            List.of("COMPLETE", "CUT_OFF", "INTERRUPTED", "BLOCKED", "CANCELLED", "FAILED");

    private final HistoryModel model;

    HistoryFilters(HistoryModel model) {
        this.model = model;
    }

    MenuButton button() {
        var button = new MenuButton(null, Buttons.icon(Feather.FILTER));
        button.setId("history-filter");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().addAll("flat", "icon-button", "no-arrow");
        button.setTooltip(new Tooltip(Texts.of("rail.filter.hint")));
        button.setAccessibleText(Texts.of("rail.filter.hint"));
        button.getItems().add(new MenuItem()); // a menu without items would not open
        button.setOnShowing(event -> button.getItems().setAll(items()));
        model.queryProperty().addListener((o, was, is) -> {
            button.getStyleClass().remove("filtering");
            if (is.withWords("").narrows()) {
                button.getStyleClass().add("filtering");
            }
        });
        return button;
    }

    private List<MenuItem> items() {
        var now = model.queryProperty().get();
        var values = model.valuesProperty().get();
        var today = LocalDate.now(ZoneId.systemDefault());
        var items = new ArrayList<MenuItem>();
        items.add(menu(
                "task",
                values.tasks().stream().map(t -> choice(t, q -> q.withTask(t))).toList(),
                q -> q.withTask(null)));
        items.add(menu(
                "model",
                values.models().stream()
                        .map(m -> choice(m, q -> q.withModel(m)))
                        .toList(),
                q -> q.withModel(null)));
        items.add(menu(
                "language",
                values.languages().stream()
                        .map(l -> choice(Languages.named(l).map(Language::name).orElse(l), q -> q.withLanguage(l)))
                        .toList(),
                q -> q.withLanguage(null)));
        items.add(menu(
                "outcome",
                OUTCOMES.stream()
                        .map(o -> choice(Texts.of("outcome." + o), q -> q.withOutcome(o)))
                        .toList(),
                q -> q.withOutcome(null)));
        items.add(menu(
                "verdict",
                List.of(
                        choice(Texts.of("rail.history.passed"), q -> q.withVerdict(true)),
                        choice(Texts.of("rail.history.notPassed"), q -> q.withVerdict(false))),
                q -> q.withVerdict(null)));
        items.add(menu(
                "date",
                List.of(
                        since("today", today),
                        since("week", today.minusDays(6)),
                        since("month", today.minusDays(29)),
                        since("year", today.minusDays(364))),
                q -> q.withBegun(null, null)));
        items.add(new SeparatorMenuItem());
        var none = new MenuItem(Texts.of("rail.filter.none"));
        none.setDisable(!now.withWords("").narrows());
        none.setOnAction(event -> model.queryProperty().set(HistoryQuery.ALL.withWords(now.words())));
        items.add(none);
        return items;
    }

    private RadioMenuItem since(String name, LocalDate day) {
        var from = day.atStartOfDay(ZoneId.systemDefault()).toInstant();
        return choice(Texts.of("rail.filter.date." + name), q -> q.withBegun(from, null));
    }

    private RadioMenuItem choice(String text, UnaryOperator<HistoryQuery> narrow) {
        var now = model.queryProperty().get();
        var item = new RadioMenuItem(text);
        item.setMnemonicParsing(false);
        item.setSelected(narrow.apply(now).equals(now));
        item.setOnAction(event -> model.queryProperty().set(narrow.apply(now)));
        return item;
    }

    /// @param widen takes the filter away
    private Menu menu(String name, List<RadioMenuItem> choices, UnaryOperator<HistoryQuery> widen) {
        var any = choice(Texts.of("rail.filter.any"), widen);
        var menu = new Menu(Texts.of("rail.filter." + name));
        menu.setId("history-filter-" + name);
        menu.getItems().add(any);
        menu.getItems().addAll(choices);
        if (!any.isSelected()) {
            menu.getStyleClass().add("filtering");
        }
        return menu;
    }
}
