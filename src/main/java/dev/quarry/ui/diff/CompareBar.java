package dev.quarry.ui.diff;

import dev.quarry.diff.Whitespace;
import dev.quarry.ui.control.Action;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.Texts;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// What is compared with what, and how it is shown. Decides nothing.
final class CompareBar {

    private CompareBar() {}

    static Node build(DiffModel model, DiffActions actions) {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var bar = new HBox(
                sourcePicker(model, "left", model.leftProperty()),
                new Label("→"),
                sourcePicker(model, "right", model.rightProperty()),
                Buttons.iconOnly(actions.compare),
                space,
                whitespacePicker(model),
                toggle(actions.unified, "diff-unified"),
                toggle(actions.folds, "diff-folds"),
                toggle(actions.safeColours, "diff-safe-colours"));
        var toggles = bar.getChildren();
        model.look().layoutProperty().addListener((o, was, is) -> select(toggles.get(6), is == Layout.UNIFIED));
        model.rows().list().addListener((javafx.collections.ListChangeListener<ShownRow>)
                change -> select(toggles.get(7), model.rows().anyOpened()));
        model.look().safeColoursProperty().addListener((o, was, is) -> select(toggles.get(8), is));
        bar.getStyleClass().add("diff-bar");
        bar.setMinWidth(0);
        return bar;
    }

    private static void select(Node toggle, boolean selected) {
        ((ToggleButton) toggle).setSelected(selected);
    }

    private static ToggleButton toggle(Action action, String id) {
        var icon = action.icon();
        var button = new ToggleButton(null, icon == null ? null : Buttons.icon(icon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "icon-button", "icon-toggle");
        button.setTooltip(new Tooltip(action.hint()));
        button.setAccessibleText(action.name());
        button.disableProperty().bind(action.disabled());
        button.setOnAction(event -> {
            button.setSelected(!button.isSelected()); // the model says whether it is on
            action.run();
        });
        return button;
    }

    private static ComboBox<Source> sourcePicker(
            DiffModel model, String side, ObjectProperty<@Nullable Source> chosen) {
        var box = new ComboBox<Source>(model.sources());
        box.setId("diff-" + side);
        box.getStyleClass().add("compact");
        box.setAccessibleText(Texts.of("diff." + side));
        box.setTooltip(new Tooltip(Texts.of("diff." + side)));
        box.setPrefWidth(150);
        box.setMinWidth(90);
        box.setPromptText(Texts.of("diff.choose"));
        chosen.addListener((o, was, is) -> box.setValue(is));
        box.setOnAction(event -> {
            if (box.getValue() != null) {
                chosen.set(box.getValue());
            }
        });
        return box;
    }

    private static ComboBox<Whitespace> whitespacePicker(DiffModel model) {
        var box = new ComboBox<Whitespace>();
        box.setId("diff-whitespace");
        box.getItems().setAll(Whitespace.values());
        box.getStyleClass().add("compact");
        box.setAccessibleText(Texts.of("diff.whitespace"));
        box.setTooltip(new Tooltip(Texts.of("diff.whitespace")));
        box.setMinWidth(90);
        box.setPrefWidth(170);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Whitespace mode) {
                return mode == null ? "" : Texts.of("diff.whitespace." + mode);
            }

            @Override
            public Whitespace fromString(String text) {
                throw new UnsupportedOperationException("the picker is not edited");
            }
        });
        box.valueProperty().bindBidirectional(model.look().whitespaceProperty());
        return box;
    }
}
