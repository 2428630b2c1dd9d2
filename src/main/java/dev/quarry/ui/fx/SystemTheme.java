package dev.quarry.ui.fx;

import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;

/// Whether the system wants dark windows. FX thread only.
public final class SystemTheme {

    private SystemTheme() {}

    /// Follows the system's setting while the application runs.
    public static ObservableValue<Boolean> dark() {
        return Platform.getPreferences().colorSchemeProperty().map(scheme -> scheme == ColorScheme.DARK);
    }
}
