package dev.quarry.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Opens the window. Loaded only when a window is wanted, so that the command line never loads the toolkit.
@FunctionalInterface
interface WindowStarter {

    /// Blocks until the window was closed.
    ///
    /// @param file what it opens on; null for what it opens on by itself
    /// @return the exit code of the process
    /// @throws NoWindowException when this machine cannot show one now
    int open(Wiring wiring, @Nullable Path file) throws NoWindowException;
}
