package dev.quarry.ui.diff;

import dev.quarry.ui.control.Action;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// Where the result can go. Decides nothing.
final class ApplyMenu {

    private ApplyMenu() {}

    static Node build(DiffModel model, DiffActions actions) {
        var menu = new MenuButton();
        menu.setId("diff-apply");
        menu.setGraphic(Buttons.icon(Feather.CHECK_CIRCLE));
        menu.getStyleClass().addAll("accent", "diff-apply");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setTooltip(new Tooltip(Texts.of("diff.apply.hint")));
        menu.textProperty().bind(Bindings.createStringBinding(() -> text(model), model.stepsProperty()));
        menu.disableProperty().bind(model.comparisonProperty().isNull());
        menu.getItems().addAll(items(List.of(actions.toFile, actions.toInput, actions.copyResult, actions.saveResult)));
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems().addAll(items(List.of(actions.copyPatch, actions.savePatch)));
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems().addAll(items(List.of(actions.undoApply)));
        return menu;
    }

    static List<MenuItem> items(List<Action> actions) {
        return actions.stream()
                .map(action -> {
                    var item = new MenuItem(action.name());
                    var icon = action.icon();
                    if (icon != null) {
                        item.setGraphic(Buttons.icon(icon));
                    }
                    item.disableProperty().bind(action.disabled());
                    item.setOnAction(event -> action.run());
                    return item;
                })
                .toList();
    }

    /// Says how much of the proposal is in the result.
    private static String text(DiffModel model) {
        var review = model.review();
        if (review == null || review.diff().isEmpty()) {
            return Texts.of("diff.apply");
        }
        var counts = review.counts();
        return counts.decided() == 0 && review.result().equals(review.diff().left())
                ? Texts.of("diff.apply.all")
                : Texts.of("diff.apply.some", counts.accepted() + counts.mixed() + counts.edited(), counts.hunks());
    }
}
