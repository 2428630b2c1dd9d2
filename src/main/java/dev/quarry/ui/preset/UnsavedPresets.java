package dev.quarry.ui.preset;

import dev.quarry.preset.PresetDrafts;
import dev.quarry.preset.PresetDrafts.Draft;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.fx.FxThread;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Edits of presets that are not saved. They are on disk a moment after they are made, so that a crash loses next to
/// nothing, and all of them when this is closed. FX thread only; the disk is written to in the background.
public final class UnsavedPresets implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(UnsavedPresets.class);
    private static final long REST_MILLIS = 300;
    private static final long PATIENCE_SECONDS = 5;

    private final @Nullable PresetDrafts disk;
    private final Consumer<String> onProblem;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final ObservableSet<String> names = FXCollections.observableSet();
    private final Map<String, Optional<Draft>> pending = new LinkedHashMap<>(); // guarded by itself
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("preset-drafts").factory());

    /// @param disk null to keep them while the window is open only
    /// @param onProblem told when they cannot be kept
    public UnsavedPresets(@Nullable PresetDrafts disk, Consumer<String> onProblem) {
        this.disk = disk;
        this.onProblem = onProblem;
    }

    /// Brings back what was kept.
    ///
    /// @param then told the drafts of earlier sittings
    public void load(Consumer<List<Draft>> then) {
        if (disk == null) {
            return;
        }
        worker.execute(() -> {
            try {
                var kept = disk.read();
                FxThread.LATER.execute(() -> {
                    kept.forEach(d -> {
                        drafts.putIfAbsent(d.preset(), d);
                        names.add(d.preset());
                    });
                    then.accept(kept);
                });
            } catch (IOException e) {
                log.warn("drafts of presets cannot be read", e);
                FxThread.LATER.execute(() -> onProblem.accept(Texts.of("presets.drafts.notRead")));
            }
        });
    }

    /// The names of the presets that have one.
    public ObservableSet<String> names() {
        return names;
    }

    public Optional<Draft> of(String preset) {
        return Optional.ofNullable(drafts.get(preset));
    }

    /// Keeps a draft in place of an earlier one of that preset.
    public void put(Draft draft) {
        if (!draft.equals(drafts.put(draft.preset(), draft))) {
            names.add(draft.preset());
            write(draft.preset(), Optional.of(draft));
        }
    }

    /// Forgets the draft of that preset, if there is one.
    public void remove(String preset) {
        if (drafts.remove(preset) != null) {
            names.remove(preset);
            write(preset, Optional.empty());
        }
    }

    /// The preset has another name now.
    public void rename(String from, String to) {
        of(from).ifPresent(draft -> {
            remove(from);
            put(new Draft(to, draft.text(), draft.base()));
        });
    }

    private void write(String preset, Optional<Draft> draft) {
        synchronized (pending) {
            if (pending.isEmpty()) {
                var _ = worker.schedule(this::writePending, REST_MILLIS, TimeUnit.MILLISECONDS);
            }
            pending.put(preset, draft);
        }
    }

    private void writePending() {
        Map<String, Optional<Draft>> taken;
        synchronized (pending) {
            taken = Map.copyOf(pending);
            pending.clear();
        }
        if (disk == null) {
            return;
        }
        try {
            for (var change : taken.entrySet()) {
                if (change.getValue().isPresent()) {
                    disk.keep(change.getValue().get());
                } else {
                    disk.forget(change.getKey());
                }
            }
        } catch (IOException e) {
            log.warn("drafts of presets cannot be kept", e);
            FxThread.LATER.execute(() -> onProblem.accept(Texts.of("presets.drafts.notKept")));
        }
    }

    /// Returns when all of them are on disk.
    @Override
    public void close() {
        worker.execute(this::writePending);
        worker.shutdown();
        try {
            if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                log.warn("drafts of presets were not written in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
