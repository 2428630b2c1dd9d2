package dev.quarry.preset;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where presets come from.
///
/// @param folder null for the built-in ones
public record PresetSource(Kind kind, @Nullable Path folder) {

    /// The presets that come with the application.
    public static final PresetSource BUILT_IN = new PresetSource(Kind.BUILT_IN, null);

    /// What a folder inside a project tends to be called: says nothing of whose it is.
    private static final Set<String> USUAL = Set.of("presets", "prompts", ".quarry");

    /// Whose presets they are.
    public enum Kind {
        OWN,
        TEAM,
        BUILT_IN
    }

    /// The user's own folder, the only one that is written to.
    public static PresetSource own(Path folder) {
        return new PresetSource(Kind.OWN, folder);
    }

    /// A folder that others write to, such as one in a git checkout.
    public static PresetSource team(Path folder) {
        return new PresetSource(Kind.TEAM, folder);
    }

    /// What a folder is called beside a preset: its last name, with that of the folder around it where it says little.
    /// Empty for a source that is no folder.
    public String name() {
        if (folder == null) {
            return "";
        }
        var path = folder.toAbsolutePath().normalize();
        var last = path.getFileName();
        if (last == null) {
            return path.toString();
        }
        var parent = path.getParent();
        var around = parent == null ? null : parent.getFileName();
        return USUAL.contains(last.toString()) && around != null ? around + "/" + last : last.toString();
    }
}
