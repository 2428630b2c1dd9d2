package dev.quarry.ui.run;

import dev.quarry.language.Highlighter;
import dev.quarry.ui.control.Action;
import dev.quarry.ui.control.Banner;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.HeaderBar;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.fx.WhenShown;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The output pane: tabs over the code, the answer, the diff and the request, and what can be done with them.
/// FX thread only.
public final class OutputView extends BorderPane implements AutoCloseable {

    /// The tabs, in their order. The toggle's ID is `tab-` and the name in lower case.
    public enum Tab {
        CODE,
        ANSWER,
        DIFF,
        REQUEST;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.CODE);
    private final Banner banner = new Banner("output-banner");
    private final AnswerView answer;
    private final HBox tabs = new HBox();
    private final Map<Tab, Node> panes = new EnumMap<>(Tab.class);
    private final StackPane shown = new StackPane(); // a pane joins the window when it is first looked at
    private final ToggleGroup group = new ToggleGroup();

    /// @param code the pane that shows the code; the window feeds it
    public OutputView(RunModel model, Highlighter highlighter, Node code, List<Action> actions) {
        setId("output");
        getStyleClass().add("pane");
        answer = new AnswerView(model, highlighter);
        tabs.getStyleClass().add("tabs");
        add(Tab.CODE, code);
        add(Tab.ANSWER, answer);

        var buttons = actions.stream().map(Buttons::iconOnly).toList();
        var header = new HeaderBar(tabs, buttons);
        setTop(new VBox(header, banner, WhenShown.of(new ReasoningPane(model))));
        setCenter(shown);
        group.selectedToggleProperty().addListener((o, was, is) -> {
            if (is == null && was != null) {
                was.setSelected(true); // one tab is always chosen
            }
        });
        tab.addListener((o, was, is) -> choose(is));
        choose(tab.get());
    }

    /// Adds a tab with its pane, after those that are there.
    public void add(Tab which, Node pane) {
        var toggle = new ToggleButton(Texts.of("tab." + which.id()));
        toggle.setId("tab-" + which.id());
        toggle.getStyleClass().add("tab-toggle");
        toggle.setMinWidth(Region.USE_PREF_SIZE);
        toggle.setUserData(which);
        toggle.setToggleGroup(group);
        toggle.setOnAction(event -> tab.set(which));
        var at = (int) tabs.getChildren().stream()
                .filter(t -> ((Tab) t.getUserData()).compareTo(which) < 0)
                .count();
        tabs.getChildren().add(at, toggle);
        pane.setVisible(false);
        panes.put(which, pane);
        if (which == tab.get()) {
            choose(which);
        }
    }

    private void choose(Tab chosen) {
        for (var toggle : new ArrayList<>(group.getToggles())) {
            toggle.setSelected(toggle.getUserData() == chosen);
        }
        var pane = panes.get(chosen);
        if (pane != null && !shown.getChildren().contains(pane)) {
            shown.getChildren().add(pane);
        }
        shown.getChildren().forEach(other -> other.setVisible(other.equals(pane)));
    }

    public ObjectProperty<Tab> tabProperty() {
        return tab;
    }

    /// What has to be said about the answer.
    public Banner banner() {
        return banner;
    }

    @Override
    public void close() {
        answer.close();
    }
}
