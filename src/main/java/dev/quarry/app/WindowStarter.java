package dev.quarry.app;

/// Opens the window. Loaded only when a window is wanted, so that the command line never loads the toolkit.
@FunctionalInterface
interface WindowStarter {

    /// Blocks until the window was closed.
    ///
    /// @throws NoWindowException when this machine cannot show one now
    void open(Wiring wiring) throws NoWindowException;
}
