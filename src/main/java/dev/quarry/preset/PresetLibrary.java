package dev.quarry.preset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The presets that can be run: built-in ones and those of folders, nearer folders first. Immutable.
public final class PresetLibrary {

    /// A file that could not be read as a preset.
    ///
    /// @param file its path, or its name among the built-in ones
    /// @param line 1-based; 0 when no line is to blame
    public record Problem(String file, int line, String sentence) {}

    private final Map<String, PresetEntry> byName;
    private final List<PresetEntry> entries;
    private final List<Preset> presets;
    private final List<Problem> problems;
    private final List<PresetSource> sources;

    private PresetLibrary(Map<String, PresetEntry> byName, List<Problem> problems, List<PresetSource> sources) {
        this.byName = Map.copyOf(byName);
        this.entries = byName.values().stream()
                .sorted(Comparator.comparingInt((PresetEntry e) -> e.preset().order())
                        .thenComparing(e -> e.preset().name(), String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(e -> e.preset().name()))
                .toList();
        this.presets = entries.stream().map(PresetEntry::preset).toList();
        this.problems = List.copyOf(problems);
        this.sources = List.copyOf(sources);
    }

    /// Reads folders of a team and then the built-in presets.
    ///
    /// @param folders nearest first
    public static PresetLibrary load(List<Path> folders) {
        return read(folders.stream().map(PresetSource::team).toList(), new PresetReadings());
    }

    /// Reads the folders and then the built-in presets. Blocks the caller. Never throws for what is in a folder;
    /// one that does not exist is empty. A folder's presets are the files named `*.md` in it, save `README.md`
    /// and hidden ones; folders in it are not looked into.
    ///
    /// @param sources nearest first; a preset hides those of the same name in later folders and among
    /// the built-in ones
    /// @param readings of earlier times, which spare reading what has not changed
    public static PresetLibrary read(List<PresetSource> sources, PresetReadings readings) {
        var loading = new Loading();
        for (var source : sources) {
            var folder = source.folder();
            if (folder != null && Files.exists(folder)) {
                loading.add(PresetFolder.read(folder, readings), source);
            }
        }
        readings.keepOnly(loading.files);
        loading.add(BuiltIns.FOLDER, PresetSource.BUILT_IN);
        return new PresetLibrary(loading.entries(), loading.problems, sources);
    }

    /// In the order of the task picker.
    public List<Preset> presets() {
        return presets;
    }

    /// The same, with where each was found.
    public List<PresetEntry> entries() {
        return entries;
    }

    /// The folders that were read, nearest first; the built-in presets are not among them.
    public List<PresetSource> sources() {
        return sources;
    }

    /// By name, whatever the case.
    public Optional<Preset> named(String name) {
        return entry(name).map(PresetEntry::preset);
    }

    /// The file that the preset of that name was read from; empty for a built-in one.
    public Optional<Path> fileOf(String name) {
        return entry(name).flatMap(e -> Optional.ofNullable(e.file()));
    }

    /// The built-in preset of that name, hidden or not.
    public static Optional<Preset> builtIn(String name) {
        return BuiltIns.FOLDER.presets().values().stream()
                .filter(p -> key(p.name()).equals(key(name)))
                .findFirst();
    }

    /// All built-in presets by their file, hidden or not.
    static Map<Path, Preset> builtIns() {
        return BuiltIns.FOLDER.presets();
    }

    /// What was left out, nearest folder first.
    public List<Problem> problems() {
        return problems;
    }

    /// By name, whatever the case, with where it was found.
    public Optional<PresetEntry> entry(String name) {
        return Optional.ofNullable(byName.get(key(name)));
    }

    static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /// Read once: they cannot change while the application runs.
    private static final class BuiltIns {
        static final PresetFolder FOLDER = BuiltInPresets.read();

        private BuiltIns() {}
    }

    private static final class Loading {
        private final Map<String, PresetEntry> found = new LinkedHashMap<>();
        private final Map<String, List<PresetSource>> hidden = new HashMap<>();
        private final List<Problem> problems = new ArrayList<>();
        private final Set<Path> files = new HashSet<>();

        void add(PresetFolder folder, PresetSource source) {
            var inFolder = new HashMap<String, Path>();
            folder.presets().forEach((file, preset) -> {
                files.add(file);
                var key = key(preset.name());
                var first = inFolder.putIfAbsent(key, file);
                if (first != null) {
                    problems.add(new Problem(
                            file.toString(),
                            0,
                            "'%s' is the name of the preset in %s too. Give one of them another name."
                                    .formatted(preset.name(), first.getFileName())));
                } else if (found.containsKey(key)) {
                    hidden.computeIfAbsent(key, k -> new ArrayList<>()).add(source);
                } else {
                    var here = source.kind() == PresetSource.Kind.BUILT_IN ? null : file;
                    found.put(key, new PresetEntry(preset, source, here, List.of()));
                }
            });
            folder.problems().forEach(p -> files.add(Path.of(p.file())));
            problems.addAll(folder.problems());
        }

        Map<String, PresetEntry> entries() {
            var entries = new LinkedHashMap<String, PresetEntry>();
            found.forEach((key, e) -> entries.put(
                    key, new PresetEntry(e.preset(), e.source(), e.file(), hidden.getOrDefault(key, List.of()))));
            return entries;
        }
    }
}
