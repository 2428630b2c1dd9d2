package dev.quarry.preset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A preset and where it was found.
///
/// @param file null for a built-in preset
/// @param hides where there are presets of the same name that this one hides, nearest first
public record PresetEntry(
        Preset preset, PresetSource source, @Nullable Path file, List<PresetSource> hides) {

    public PresetEntry {
        hides = List.copyOf(hides);
    }

    /// What stands in its file, comments and all, with line ends `\n`. Blocks the caller.
    ///
    /// @throws PresetException when the file holds no text any more
    public String text() throws IOException, PresetException {
        return file == null ? BuiltInPresets.text(preset.name()) : PresetFile.text(file);
    }

    /// Whether the same name is a built-in preset's too, which comes back when this one goes.
    public boolean overridesBuiltIn() {
        return hides.contains(PresetSource.BUILT_IN);
    }
}
