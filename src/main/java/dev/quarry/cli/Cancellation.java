package dev.quarry.cli;

import dev.quarry.run.Run;
import org.jspecify.annotations.Nullable;

/// Lets another thread stop what a command runs. May be used from any thread.
final class Cancellation {
    private @Nullable Run current;
    private boolean cancelled;

    /// This is what to stop from now on; it is stopped at once when somebody has asked for that already.
    synchronized void covers(Run run) {
        current = run;
        if (cancelled) {
            run.cancel();
        }
    }

    /// Stops the current run and each later one.
    ///
    /// @return whether a run is there that will end soon
    synchronized boolean cancel() {
        cancelled = true;
        if (current == null || current.isOver()) {
            return false;
        }
        current.cancel();
        return true;
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }
}
