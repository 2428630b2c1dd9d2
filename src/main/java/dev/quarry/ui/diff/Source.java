package dev.quarry.ui.diff;

import dev.quarry.diff.file.TextFileException;
import java.util.function.Supplier;

/// Something the user can choose to compare. Equal when its kind and name are.
///
/// @param name as the picker shows it
/// @param content takes what is there now; called on the FX thread
public record Source(Kind kind, String name, Supplier<Content> content) {

    /// Where the text is.
    public enum Kind {
        INPUT,
        OUTPUT,
        /// The file the input came from, as it is on the disk.
        FILE,
        CLIPBOARD,
        /// The answer of a run before.
        EARLIER
    }

    /// What was taken, still to be read.
    @FunctionalInterface
    public interface Content {
        /// May block; never called on the FX thread.
        Version read() throws TextFileException;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Source that && kind == that.kind && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return 31 * kind.hashCode() + name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
