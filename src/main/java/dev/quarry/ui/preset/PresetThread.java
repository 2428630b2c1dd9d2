package dev.quarry.ui.preset;

import dev.quarry.preset.PresetArrangement;
import dev.quarry.preset.PresetEntry;
import dev.quarry.preset.PresetException;
import dev.quarry.preset.PresetFile;
import dev.quarry.preset.PresetLibrary;
import dev.quarry.preset.PresetSource;
import dev.quarry.preset.PresetStore;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.fx.FxThread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The thread on which presets are read and written, one thing after the other, so that none sees half of another. What
/// came of it is shown on the FX thread, where its methods are called unless they say otherwise.
final class PresetThread implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PresetThread.class);

    private final PresetModel model;
    private final Supplier<PresetLibrary> read;
    private final Consumer<PresetLibrary> onRead;
    private final PresetController.Told told;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("presets").factory());
    private final AtomicBoolean reading = new AtomicBoolean();

    /// @param read reads the presets anew; blocks; called on this thread
    /// @param onRead told what was read, when the model has it
    PresetThread(
            PresetModel model,
            Supplier<PresetLibrary> read,
            Consumer<PresetLibrary> onRead,
            PresetController.Told told) {
        this.model = model;
        this.read = read;
        this.onRead = onRead;
        this.told = told;
    }

    PresetModel model() {
        return model;
    }

    PresetController.Told told() {
        return told;
    }

    /// Does something that changes no preset. May be called from any thread.
    void execute(Runnable work) {
        try {
            worker.execute(work);
        } catch (RejectedExecutionException e) {
            log.debug("the window is closed, so nobody wants to see this any more");
        }
    }

    /// Something that takes time. Runs on this thread.
    interface Work<T> {

        T run(PresetLibrary library, PresetStore store) throws IOException, PresetException;
    }

    /// Reads everything anew. May be called from any thread; calls that come while one waits are one.
    void reload() {
        if (reading.compareAndSet(false, true)) {
            execute(() -> {
                reading.set(false);
                refresh(() -> {});
            });
        }
    }

    private void refresh(Runnable then) {
        var library = read.get();
        var arrangement = arrangement(library);
        FxThread.LATER.execute(() -> {
            model.set(library, arrangement);
            onRead.accept(library);
            then.run();
        });
    }

    private PresetArrangement arrangement(PresetLibrary library) {
        var folder = ownFolder(library);
        try {
            return folder.isPresent() ? PresetArrangement.read(folder.get()) : PresetArrangement.NONE;
        } catch (IOException e) {
            FxThread.LATER.execute(() -> told.refused(Texts.of("presets.notArranged", folder.orElseThrow())));
            return PresetArrangement.NONE;
        }
    }

    private static Optional<Path> ownFolder(PresetLibrary library) {
        return library.sources().stream()
                .filter(s -> s.kind() == PresetSource.Kind.OWN)
                .findFirst()
                .map(PresetSource::folder);
    }

    /// Does something with the presets as they are now, and shows what they are after it.
    ///
    /// @param then told the result, when what came of it is shown; not told of a failure, which is said
    <T> void perform(Work<T> work, Consumer<T> then) {
        execute(() -> {
            try {
                var library = read.get();
                var folder = ownFolder(library);
                if (folder.isEmpty()) {
                    throw new PresetException(Texts.of("presets.noFolder"), 0);
                }
                var result = work.run(library, new PresetStore(folder.get()));
                refresh(() -> then.accept(result));
            } catch (PresetException e) {
                FxThread.LATER.execute(() -> told.refused(e.sentence()));
            } catch (IOException e) {
                FxThread.LATER.execute(() -> told.refused(Texts.of("presets.notWritten")));
            }
        });
    }

    /// What stands in the file of a preset, comments and all; where it cannot be read any more, what it said when it
    /// was.
    ///
    /// @param then told it, unless there is no such preset
    void text(String name, Consumer<String> then) {
        model.named(name)
                .ifPresent(entry -> execute(() -> {
                    var text = text(entry);
                    FxThread.LATER.execute(() -> then.accept(text));
                }));
    }

    /// The same. Blocks its caller; any thread.
    static String text(PresetEntry entry) {
        try {
            return entry.text();
        } catch (IOException | PresetException e) {
            log.info("a preset's file cannot be read any more: {}", entry.file());
        }
        try {
            return PresetFile.write(entry.preset());
        } catch (PresetException e) {
            throw new IllegalStateException("a preset that was read can be written: " + entry.preset(), e);
        }
    }

    @Override
    public void close() {
        worker.shutdown();
    }
}
