package dev.quarry.ui.window;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.quarry.settings.Settings;
import dev.quarry.ui.fx.StyleSheets;
import dev.quarry.ui.fx.SystemTheme;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Light or dark: as the user says, or as the system is. All colours are in style sheets. FX thread only.
final class Theme {

    private final ObjectProperty<Settings.Theme> choice = new SimpleObjectProperty<>(Settings.Theme.SYSTEM);
    private final ObservableValue<Boolean> systemIsDark = SystemTheme.dark();
    private @Nullable Scene scene;
    private boolean whole;

    /// Sets the look of what is in the first frame. Before the first control is made: it would load the one that comes
    /// with JavaFX.
    void begin(Settings.Theme first) {
        choice.set(first);
        Application.setUserAgentStylesheet(StyleSheets.named("first.css"));
        choice.addListener((o, was, is) -> apply());
        systemIsDark.addListener((o, was, is) -> apply());
    }

    /// Sets the look of all controls; reading it took a quarter of the FX thread's time to the first frame. Before any
    /// of them is added.
    void complete() {
        whole = true;
        apply();
    }

    /// Gives the scene its style sheets, now and whenever the theme changes.
    void dress(Scene dressed) {
        scene = dressed;
        dress();
    }

    ObjectProperty<Settings.Theme> choiceProperty() {
        return choice;
    }

    private boolean dark() {
        return switch (choice.get()) {
            case SYSTEM -> Boolean.TRUE.equals(systemIsDark.getValue());
            case LIGHT -> false;
            case DARK -> true;
        };
    }

    private void apply() {
        if (whole) {
            Application.setUserAgentStylesheet(
                    dark() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        }
        dress();
    }

    private void dress() {
        if (scene != null) {
            var sheets = new ArrayList<>(
                    List.of(StyleSheets.named(dark() ? "dark.css" : "light.css"), StyleSheets.named("base.css")));
            if (whole) {
                sheets.add(StyleSheets.named("diff.css"));
            }
            scene.getStylesheets().setAll(sheets);
        }
    }
}
