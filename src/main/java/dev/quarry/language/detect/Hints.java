package dev.quarry.language.detect;

import org.jspecify.annotations.Nullable;

/// What is known about a text besides itself.
///
/// @param fileName with or without folders
/// @param fenceLabel what the Markdown fence around it said, such as `py`
public record Hints(@Nullable String fileName, @Nullable String fenceLabel) {

    public static final Hints NONE = new Hints(null, null);

    public static Hints ofFile(String fileName) {
        return new Hints(fileName, null);
    }

    public static Hints ofFence(String fenceLabel) {
        return new Hints(null, fenceLabel);
    }
}
