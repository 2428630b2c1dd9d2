package dev.quarry.ui.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// The way onto the FX thread.
public final class FxThread {

    /// Runs tasks on the FX thread in the order they come, never at once, even when called there.
    public static final Executor LATER = Platform::runLater;

    private FxThread() {}

    /// Runs the task now when this is the FX thread, else later there.
    public static void run(Runnable task) {
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
    }
}
