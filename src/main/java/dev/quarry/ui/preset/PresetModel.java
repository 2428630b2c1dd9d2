package dev.quarry.ui.preset;

import dev.quarry.preset.PresetArrangement;
import dev.quarry.preset.PresetEntry;
import dev.quarry.preset.PresetLibrary;
import dev.quarry.preset.PresetLibrary.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The presets as the rail shows them: arranged, and those that a search leaves. Knows no nodes. FX thread only.
public final class PresetModel {
    private final ObservableList<PresetEntry> shown = FXCollections.observableArrayList();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final StringProperty search = new SimpleStringProperty("");
    private List<PresetEntry> all = List.of();
    private boolean changing;
    private @Nullable PresetLibrary library;
    private PresetArrangement arrangement = PresetArrangement.NONE;

    public PresetModel() {
        search.addListener((o, was, is) -> filter());
    }

    /// Takes what was read.
    public void set(PresetLibrary read, PresetArrangement arranged) {
        library = read;
        arrangement = arranged;
        all = arranged.arranged(read.entries());
        problems.setAll(read.problems());
        filter();
    }

    private void filter() {
        var wanted = search.get().strip().toLowerCase(Locale.ROOT);
        var left = wanted.isEmpty()
                ? all
                : all.stream().filter(e -> matches(e, wanted)).toList();
        if (!left.equals(shown)) {
            changing = true;
            shown.setAll(left);
            changing = false;
        }
    }

    /// Whether presets come and go just now: a list then selects what happens to stand in the old place, which nobody
    /// picked.
    public boolean isChanging() {
        return changing;
    }

    private static boolean matches(PresetEntry entry, String wanted) {
        return entry.preset().name().toLowerCase(Locale.ROOT).contains(wanted)
                || entry.preset().description().toLowerCase(Locale.ROOT).contains(wanted)
                || entry.source().name().toLowerCase(Locale.ROOT).contains(wanted);
    }

    /// All presets, arranged, whatever is searched for.
    public List<PresetEntry> all() {
        return all;
    }

    /// What the search leaves.
    public ObservableList<PresetEntry> shown() {
        return shown;
    }

    /// The files that are no presets.
    public ObservableList<Problem> problems() {
        return problems;
    }

    public StringProperty searchProperty() {
        return search;
    }

    /// What was read last; null before anything was.
    public @Nullable PresetLibrary library() {
        return library;
    }

    public PresetArrangement arrangement() {
        return arrangement;
    }

    public Optional<PresetEntry> named(String name) {
        return library == null ? Optional.empty() : library.entry(name);
    }
}
