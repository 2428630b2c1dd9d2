package dev.quarry.e2e;

import dev.quarry.ui.control.FileDialogs;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Chooses the file that a test has put here.
final class ChosenFile implements FileDialogs {
    volatile @Nullable Path file;

    @Override
    public Optional<Path> open() {
        return Optional.ofNullable(file);
    }

    @Override
    public Optional<Path> save(String suggestedName) {
        return Optional.ofNullable(file);
    }
}
