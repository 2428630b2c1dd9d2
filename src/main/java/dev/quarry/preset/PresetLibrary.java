package dev.quarry.preset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The presets that can be run: built-in ones and those of folders, nearer folders first. Immutable.
public final class PresetLibrary {

    /// A file that could not be read as a preset.
    ///
    /// @param file its path, or its name among the built-in ones
    /// @param line 1-based; 0 when no line is to blame
    public record Problem(String file, int line, String sentence) {}

    /// @param file null for a built-in preset
    private record Entry(Preset preset, @Nullable Path file) {}

    private final Map<String, Entry> entries;
    private final List<Preset> presets;
    private final List<Problem> problems;

    private PresetLibrary(Map<String, Entry> entries, List<Problem> problems) {
        this.entries = Map.copyOf(entries);
        this.presets = entries.values().stream()
                .map(Entry::preset)
                .sorted(Comparator.comparingInt(Preset::order)
                        .thenComparing(Preset::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Preset::name))
                .toList();
        this.problems = List.copyOf(problems);
    }

    /// Reads the folders and then the built-in presets. Blocks the caller. Never throws for what is in a folder;
    /// one that does not exist is empty. A folder's presets are the files named `*.md` in it, save `README.md`
    /// and hidden ones; folders in it are not looked into.
    ///
    /// @param folders nearest first; a preset hides those of the same name in later folders and among
    /// the built-in ones
    public static PresetLibrary load(List<Path> folders) {
        var loading = new Loading();
        for (var folder : folders) {
            if (Files.exists(folder)) {
                loading.add(PresetFolder.read(folder), false);
            }
        }
        loading.add(BuiltInPresets.read(), true);
        return new PresetLibrary(loading.entries, loading.problems);
    }

    /// In the order of the task picker.
    public List<Preset> presets() {
        return presets;
    }

    /// By name, whatever the case.
    public Optional<Preset> named(String name) {
        return entry(name).map(Entry::preset);
    }

    /// The file that the preset of that name was read from; empty for a built-in one.
    public Optional<Path> fileOf(String name) {
        return entry(name).flatMap(e -> Optional.ofNullable(e.file()));
    }

    /// What was left out, nearest folder first.
    public List<Problem> problems() {
        return problems;
    }

    private Optional<Entry> entry(String name) {
        return Optional.ofNullable(entries.get(key(name)));
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static final class Loading {
        private final Map<String, Entry> entries = new LinkedHashMap<>();
        private final List<Problem> problems = new ArrayList<>();

        void add(PresetFolder folder, boolean builtIn) {
            var inFolder = new LinkedHashMap<String, Path>();
            folder.presets().forEach((file, preset) -> {
                var first = inFolder.putIfAbsent(key(preset.name()), file);
                if (first == null) {
                    entries.putIfAbsent(key(preset.name()), new Entry(preset, builtIn ? null : file));
                } else {
                    problems.add(new Problem(
                            file.toString(),
                            0,
                            "'%s' is the name of the preset in %s too. Give one of them another name."
                                    .formatted(preset.name(), first.getFileName())));
                }
            });
            problems.addAll(folder.problems());
        }
    }
}
