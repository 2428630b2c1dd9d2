package dev.quarry.preset;

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

    /// Whether the same name is a built-in preset's too, which comes back when this one goes.
    public boolean overridesBuiltIn() {
        return hides.contains(PresetSource.BUILT_IN);
    }
}
