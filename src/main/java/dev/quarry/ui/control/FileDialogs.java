package dev.quarry.ui.control;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks the user for files. Behind an interface, for the headless platform has no dialogs. FX thread only.
public interface FileDialogs {

    /// A file to read; empty when the user thinks better of it.
    Optional<Path> open();

    /// Shows an address in the user's browser, where there is one.
    default void browse(URI address) {}

    /// A file to write; empty when the user thinks better of it.
    Optional<Path> save(String suggestedName);

    /// Files to read; empty when the user thinks better of it.
    default List<Path> openSeveral() {
        return open().stream().toList();
    }

    /// A folder to read; empty when the user thinks better of it.
    default Optional<Path> folder() {
        return Optional.empty();
    }
}
