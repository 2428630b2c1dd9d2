package dev.quarry.ui.diff;

import dev.quarry.diff.Row;
import dev.quarry.ui.control.Action;
import dev.quarry.ui.control.Buttons;
import dev.quarry.ui.control.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Where one is among the changes, and what can be decided. Decides nothing.
final class ReviewBar {
    /// Below this width in pixels the buttons show their icons alone.
    private static final double WIDE = 1_020;

    /// Below this one the counts go too.
    private static final double NARROW = 640;

    private ReviewBar() {}

    static Node build(DiffModel model, DiffActions actions) {
        var place = new Label();
        place.setId("diff-place");
        place.setMinWidth(40);
        place.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> place(model), model.rows().currentProperty(), model.stepsProperty()));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var bar = new HBox(Buttons.iconOnly(actions.previous), Buttons.iconOnly(actions.next), place);
        for (var count : List.of(count(model, "added"), count(model, "removed"))) {
            count.visibleProperty().bind(bar.widthProperty().greaterThan(NARROW));
            count.managedProperty().bind(count.visibleProperty());
            bar.getChildren().add(count);
        }
        bar.getChildren().add(space);
        for (var action : List.of(actions.acceptHunk, actions.rejectHunk, actions.acceptAll, actions.rejectAll)) {
            bar.getChildren().add(shrinking(bar, action));
        }
        bar.getChildren()
                .addAll(
                        Buttons.iconOnly(actions.redoHunk),
                        Buttons.iconOnly(actions.undo),
                        Buttons.iconOnly(actions.redo),
                        shrinking(bar, actions.result),
                        ApplyMenu.build(model, actions));
        bar.getStyleClass().add("diff-bar");
        bar.setMinWidth(0); // else the names would hold it as wide as they need, and never make room
        return bar;
    }

    private static Button shrinking(HBox bar, Action action) {
        var button = Buttons.of(action);
        button.setId("diff-" + action.id());
        button.getStyleClass().addAll("flat", "diff-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.contentDisplayProperty()
                .bind(Bindings.when(bar.widthProperty().lessThan(WIDE))
                        .then(ContentDisplay.GRAPHIC_ONLY)
                        .otherwise(ContentDisplay.LEFT));
        return button;
    }

    private static Label count(DiffModel model, String which) {
        var label = new Label();
        label.setId("diff-" + which);
        label.getStyleClass().addAll("diff-count", which);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            var now = model.comparisonProperty().get();
                            if (now == null) {
                                return "";
                            }
                            var counts = now.diff().counts();
                            var lines = which.equals("added") ? counts.addedLines() : counts.removedLines();
                            return Texts.of("diff.count." + which, lines + counts.changedLines());
                        },
                        model.comparisonProperty()));
        label.accessibleTextProperty()
                .bind(label.textProperty().map(text -> Texts.of("diff.spoken." + which + "Lines", text)));
        return label;
    }

    private static String place(DiffModel model) {
        var review = model.review();
        if (review == null) {
            return "";
        }
        var hunks = review.diff().hunks().size();
        var hunk = model.rows().currentHunk();
        var decided = review.counts().decided();
        var at = hunk == Row.NO_HUNK ? Texts.of("diff.hunks", hunks) : Texts.of("diff.hunk", hunk + 1, hunks);
        return decided == 0 ? at : Texts.of("diff.decided", at, decided);
    }
}
