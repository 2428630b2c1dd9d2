package dev.quarry.ui.control;

import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;

/// The buttons of the bars that find text.
public final class FindButtons {

    private FindButtons() {}

    /// One that is pressed or not.
    ///
    /// @param text what the button shows, such as `.*`
    /// @param key of the text that explains it
    public static ToggleButton toggle(String text, String key) {
        var button = new ToggleButton(text);
        button.getStyleClass().addAll("flat", "find-toggle");
        button.setAccessibleText(Texts.of(key));
        button.setTooltip(new Tooltip(Texts.of(key)));
        return button;
    }

    /// One with an icon.
    ///
    /// @param key of the text that explains it
    public static Button of(String key, Ikon icon, Runnable action) {
        var button = new Button(null, Buttons.icon(icon));
        button.getStyleClass().addAll("flat", "icon-button");
        button.setAccessibleText(Texts.of(key));
        button.setTooltip(new Tooltip(Texts.of(key)));
        button.setOnAction(event -> action.run());
        return button;
    }
}
