package dev.quarry.context;

import java.nio.file.Path;

/// A file to read along.
///
/// @param name as it is shown and sent: relative to the folder that was picked, else the file's own
public record ContextFile(Path path, String name, String text) {

    /// A usual rule for code and English: four characters to a token. No model is asked.
    private static final int UNITS_PER_TOKEN = 4;

    /// About how many tokens the text takes.
    public long tokens() {
        return ((long) text.length() + name.length() + UNITS_PER_TOKEN) / UNITS_PER_TOKEN;
    }
}
