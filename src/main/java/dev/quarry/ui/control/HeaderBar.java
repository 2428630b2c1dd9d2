package dev.quarry.ui.control;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The line above a pane: what it shows at the left, which stays whole, and buttons at the right, of which the first
/// ones go when there is no room. What they do stays in the menu.
public final class HeaderBar extends HBox {
    private final Region whole;
    private final List<? extends Region> buttons;

    /// Lays it out.
    ///
    /// @param buttons the most needed last
    public HeaderBar(Region whole, List<? extends Region> buttons) {
        this.whole = whole;
        this.buttons = List.copyOf(buttons);
        getStyleClass().add("pane-header");
        whole.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(whole, space);
        getChildren().addAll(buttons);
    }

    @Override
    protected double computeMinWidth(double height) {
        var insets = getInsets();
        return insets.getLeft() + whole.prefWidth(-1) + insets.getRight();
    }

    @Override
    protected void layoutChildren() {
        var insets = getInsets();
        // The spacer has a gap on its left side too.
        var room = getWidth() - insets.getLeft() - insets.getRight() - whole.prefWidth(-1) - getSpacing();
        for (var button : buttons.reversed()) {
            room -= button.prefWidth(-1) + getSpacing();
            show(button, room >= 0);
        }
        super.layoutChildren();
    }

    private static void show(Node button, boolean fits) {
        if (button.isVisible() != fits) {
            button.setVisible(fits);
            button.setManaged(fits);
        }
    }
}
