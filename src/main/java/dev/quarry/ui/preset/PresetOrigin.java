package dev.quarry.ui.preset;

import dev.quarry.preset.PresetSource;
import dev.quarry.ui.control.Texts;

/// Where a preset comes from, in words.
public final class PresetOrigin {

    private PresetOrigin() {}

    /// The name of a team's folder, or that it is built in or the user's own.
    public static String of(PresetSource source) {
        return switch (source.kind()) {
            case OWN -> Texts.of("presets.own");
            case TEAM -> source.name();
            case BUILT_IN -> Texts.of("presets.builtIn");
        };
    }
}
