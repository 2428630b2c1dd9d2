package dev.quarry.app;

import javafx.application.Platform;

/// The JavaFX toolkit of this process.
final class Toolkit {

    private Toolkit() {}

    /// Starts it, once; blocks until it runs. An application may be launched afterwards.
    ///
    /// @throws NoWindowException when the display does not answer or a system library is missing
    static void start() throws NoWindowException {
        try {
            Platform.startup(() -> {});
        } catch (RuntimeException | LinkageError e) { // the toolkit has no exception of its own for this
            var cause = e.getCause() == null ? e : e.getCause();
            var reason = String.valueOf(cause.getMessage());
            throw new NoWindowException("No window could be opened (" + reason.replaceFirst("\\.?\\s*$", "") + ")", e);
        }
    }
}
