package dev.quarry.cli;

import dev.quarry.preset.PresetLibrary;
import dev.quarry.preset.PresetSource;
import dev.quarry.preset.PresetStore;
import java.util.stream.Stream;

/// Finds the user's own folder of presets among those that were read.
final class OwnPresets {

    private OwnPresets() {}

    static PresetStore of(PresetLibrary library) throws UsageException {
        return library.sources().stream()
                .filter(s -> s.kind() == PresetSource.Kind.OWN)
                .map(PresetSource::folder)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .map(PresetStore::new)
                .orElseThrow(() -> new UsageException("There is no folder for your own presets."));
    }
}
