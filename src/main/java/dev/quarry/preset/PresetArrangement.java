package dev.quarry.preset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// How the user has arranged the presets: which are favourites, and in which order they stand. Immutable. On disk it is
/// a text file with a name in each line, a favourite's behind a star.
///
/// @param favourites names
/// @param order names of the presets that were moved by hand, first to last; all others stand behind them in their own
/// order
public record PresetArrangement(Set<String> favourites, List<String> order) {

    /// Nothing was arranged.
    public static final PresetArrangement NONE = new PresetArrangement(Set.of(), List.of());

    private static final String FILE = ".arrangement";
    private static final int MAX_LINES = 5_000;

    public PresetArrangement {
        favourites = Set.copyOf(favourites);
        order = List.copyOf(order);
    }

    /// Reads the arrangement kept in the user's own folder; none where there is no file that can be read.
    ///
    /// @throws IOException when the file is there but cannot be read
    public static PresetArrangement read(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return NONE;
        }
        var favourites = new LinkedHashSet<String>();
        var order = new LinkedHashSet<String>();
        var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8); // what is no UTF-8 names nothing
        text.lines()
                .limit(MAX_LINES)
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .forEach(line -> {
                    if (line.startsWith("* ")) {
                        favourites.add(line.substring(2).strip());
                    } else if (line.startsWith("- ")) {
                        order.add(line.substring(2).strip());
                    }
                });
        return new PresetArrangement(favourites, new ArrayList<>(order));
    }

    /// Keeps the arrangement in the folder.
    public void write(Path folder) throws IOException {
        var text = new StringBuilder();
        favourites.stream().sorted().forEach(n -> text.append("* ").append(n).append('\n'));
        order.forEach(n -> text.append("- ").append(n).append('\n'));
        WholeFile.write(folder.resolve(FILE), text.toString().getBytes(StandardCharsets.UTF_8));
    }

    public boolean isFavourite(String name) {
        return favourites.contains(name);
    }

    /// Favourites first, then as they were moved, then in their own order.
    public List<PresetEntry> arranged(List<PresetEntry> entries) {
        var places = new HashMap<String, Integer>();
        for (var name : order) {
            places.put(name, places.size());
        }
        return entries.stream()
                .sorted(Comparator.comparing(
                                (PresetEntry e) -> !isFavourite(e.preset().name()))
                        .thenComparing(e -> places.getOrDefault(e.preset().name(), Integer.MAX_VALUE)))
                .toList();
    }

    /// The same with the preset a favourite, or no longer one.
    public PresetArrangement toggled(String name) {
        var changed = new LinkedHashSet<>(favourites);
        if (!changed.remove(name)) {
            changed.add(name);
        }
        return new PresetArrangement(changed, order);
    }

    /// The same under the preset's new name.
    public PresetArrangement renamed(String from, String to) {
        var changed = new LinkedHashSet<>(favourites);
        if (changed.remove(from)) {
            changed.add(to);
        }
        return new PresetArrangement(
                changed, order.stream().map(n -> n.equals(from) ? to : n).toList());
    }

    /// The same with the preset moved among those that are shown.
    ///
    /// @param shown names in the order they are shown in now
    /// @param by places; negative is up
    public PresetArrangement moved(String name, int by, List<String> shown) {
        var names = new ArrayList<>(shown);
        var from = names.indexOf(name);
        if (from < 0) {
            return this;
        }
        names.remove(from);
        names.add(Math.clamp(from + by, 0, names.size()), name);
        return new PresetArrangement(favourites, names);
    }
}
