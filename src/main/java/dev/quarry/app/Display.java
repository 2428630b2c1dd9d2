package dev.quarry.app;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whether there is a screen to show a window on, as far as can be told without the toolkit.
final class Display {

    private Display() {}

    /// The system property by which the start script says that it has looked in vain for what a window needs.
    static final String REFUSED = "quarry.no.window";

    /// @param refused the value of [#REFUSED], or null
    /// @throws NoWindowException when the toolkit need not be tried
    static void require(String osName, Map<String, String> environment, @Nullable String refused)
            throws NoWindowException {
        if (refused != null) {
            throw new NoWindowException(refused);
        }
        var linux = osName.toLowerCase(Locale.ROOT).startsWith("linux");
        if (linux && isUnset(environment, "DISPLAY") && isUnset(environment, "WAYLAND_DISPLAY")) {
            throw new NoWindowException("There is no display (DISPLAY and WAYLAND_DISPLAY are not set)");
        }
    }

    private static boolean isUnset(Map<String, String> environment, String variable) {
        return environment.getOrDefault(variable, "").isEmpty();
    }
}
