package dev.quarry.ui.control;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Buttons and menu items made from actions.
public final class Buttons {

    private Buttons() {}

    /// A button with the action's name and icon.
    public static Button of(Action action) {
        var button = new Button(action.name());
        var icon = action.icon();
        if (icon != null) {
            button.setGraphic(icon(icon));
        }
        button.setTooltip(new Tooltip(action.hint()));
        button.disableProperty().bind(action.disabled());
        button.setOnAction(event -> action.run());
        button.setAccessibleText(action.name());
        button.setAccessibleHelp(action.hint());
        return button;
    }

    /// A flat button that shows the icon alone; screen readers hear the name.
    public static Button iconOnly(Action action) {
        var button = of(action);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().addAll("flat", "icon-button");
        button.setAccessibleRole(AccessibleRole.BUTTON);
        return button;
    }

    public static MenuItem menuItem(Action action) {
        var item = new MenuItem(action.name());
        item.setId("menu-" + action.id());
        item.setAccelerator(action.shortcut());
        item.disableProperty().bind(action.disabled());
        item.setOnAction(event -> action.run());
        return item;
    }

    /// An icon that takes its colour from the style sheet.
    public static FontIcon icon(Ikon ikon) {
        var icon = new FontIcon(ikon);
        icon.getStyleClass().add("icon");
        return icon;
    }
}
