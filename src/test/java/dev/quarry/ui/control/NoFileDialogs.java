package dev.quarry.ui.control;

import java.nio.file.Path;
import java.util.Optional;

/// A user who thinks better of it whenever a file is asked for.
public final class NoFileDialogs implements FileDialogs {

    @Override
    public Optional<Path> open() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> save(String suggestedName) {
        return Optional.empty();
    }
}
