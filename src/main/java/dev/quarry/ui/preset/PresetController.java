package dev.quarry.ui.preset;

import dev.quarry.preset.Preset;
import dev.quarry.preset.PresetArrangement;
import dev.quarry.preset.PresetDrafts.Draft;
import dev.quarry.preset.PresetEntry;
import dev.quarry.preset.PresetException;
import dev.quarry.preset.PresetFile;
import dev.quarry.preset.PresetImport;
import dev.quarry.preset.PresetLibrary;
import dev.quarry.preset.PresetSource;
import dev.quarry.preset.PresetStore;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.fx.FxThread;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads, keeps and removes presets on a thread of its own, one thing after the other, and shows what came of it. Its
/// methods are called on the FX thread.
public final class PresetController implements AutoCloseable {

    /// Tells the user what happened, on the FX thread.
    public interface Told {

        /// Something was done.
        ///
        /// @param undo takes it back; null when there is nothing to take back
        void done(String sentence, @Nullable Runnable undo);

        void refused(String sentence);
    }

    private static final Logger log = LoggerFactory.getLogger(PresetController.class);

    private final PresetModel model;
    private final Supplier<PresetLibrary> read;
    private final Consumer<PresetLibrary> onRead;
    private final Told told;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("presets").factory());
    private final AtomicBoolean reading = new AtomicBoolean();

    /// @param read reads the presets anew; blocks; called on the thread of the controller
    /// @param onRead told what was read, when the model has it
    public PresetController(
            PresetModel model, Supplier<PresetLibrary> read, Consumer<PresetLibrary> onRead, Told told) {
        this.model = model;
        this.read = read;
        this.onRead = onRead;
        this.told = told;
    }

    /// Something that takes time. Runs on the thread of the controller.
    private interface Work<T> {
        T run(PresetLibrary library, PresetStore store) throws IOException, PresetException;
    }

    /// Reads everything anew. May be called from any thread; calls that come while one waits are one.
    public void reload() {
        if (reading.compareAndSet(false, true)) {
            worker.execute(() -> {
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

    private <T> void perform(Work<T> work, Consumer<T> then) {
        worker.execute(() -> {
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
    public void text(String name, Consumer<String> then) {
        model.named(name)
                .ifPresent(entry -> worker.execute(() -> {
                    var text = text(entry);
                    FxThread.LATER.execute(() -> then.accept(text));
                }));
    }

    private static String text(PresetEntry entry) {
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

    /// Keeps a preset among the user's own, over the one of its name there. What the file of that one has come to say
    /// since the edit began is kept beside it, as a preset of its own.
    ///
    /// @param from the name of the preset whose file it is made of: what need not change in it stays as its author
    ///     wrote it
    /// @param edited what stands in the editor in place of that file; null while it is not edited
    /// @param then told the name, and what stands in the file, when it is kept and shown
    public void save(Preset preset, String from, @Nullable Draft edited, BiConsumer<String, String> then) {
        perform(
                (library, store) -> {
                    var before = store.content(preset.name(), library);
                    var hidden = library.entry(preset.name())
                            .filter(e -> e.source().kind() != PresetSource.Kind.OWN)
                            .map(PresetController::where);
                    var original = edited == null
                            ? library.entry(from).map(PresetController::text)
                            : Optional.of(edited.text());
                    var text =
                            original.isPresent() ? PresetFile.revise(original.get(), preset) : PresetFile.write(preset);
                    var aside = edited == null
                            ? Optional.<String>empty()
                            : keepAside(edited, preset.name(), text, library, store);
                    return new Saved(before, hidden, store.saveText(preset.name(), text, library), text, aside);
                },
                saved -> {
                    then.accept(preset.name(), saved.text());
                    told.done(
                            saved.sentence(preset.name()),
                            () -> takeBack(preset.name(), saved.before(), saved.aside()));
                });
    }

    /// Keeps what a file that will be written over says, when it is not what the edit began with.
    ///
    /// @return the name it is kept under; empty when nothing would be lost
    private static Optional<String> keepAside(
            Draft edited, String name, String text, PresetLibrary library, PresetStore store)
            throws IOException, PresetException {
        var entry = library.entry(name)
                .filter(e -> e.source().kind() == PresetSource.Kind.OWN)
                .filter(e -> library.entry(edited.preset()).filter(e::equals).isPresent());
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        var now = entry.get().text();
        if (now.equals(edited.base()) || now.equals(text)) {
            return Optional.empty();
        }
        var free = PresetStore.freeName(entry.get().preset().name(), library);
        store.saveText(free, PresetFile.revise(now, PresetFile.read(now).named(free)), library);
        return Optional.of(free);
    }

    /// @param before what stood in the file; empty when there was none
    /// @param hidden where the preset is that this one hides
    /// @param aside the name of the preset that holds what the file said meanwhile
    private record Saved(
            Optional<PresetStore.Removed> before,
            Optional<String> hidden,
            Path file,
            String text,
            Optional<String> aside) {

        String sentence(String name) {
            if (aside.isPresent()) {
                return Texts.of("presets.savedBeside", name, file.getFileName(), aside.get());
            }
            return hidden.isPresent()
                    ? Texts.of("presets.savedOver", name, hidden.get())
                    : Texts.of("presets.saved", name, file.getFileName());
        }
    }

    /// Where a preset comes from, in words.
    public static String where(PresetEntry entry) {
        return entry.source().kind() == PresetSource.Kind.BUILT_IN
                ? Texts.of("presets.builtIn")
                : entry.source().name();
    }

    private void takeBack(String name, Optional<PresetStore.Removed> before, Optional<String> aside) {
        perform(
                (library, store) -> {
                    if (before.isPresent()) {
                        store.revert(before.get());
                    } else {
                        store.delete(name, library);
                    }
                    if (aside.isPresent()) { // the file says it again
                        store.delete(aside.get(), library);
                    }
                    return name;
                },
                n -> told.done(Texts.of("presets.takenBack", n), null));
    }

    /// Deletes one of the user's own; where it hid another, that one is back.
    public void delete(String name) {
        var overrides = model.named(name).map(e -> !e.hides().isEmpty()).orElse(false);
        perform(
                (library, store) -> store.delete(name, library),
                removed -> told.done(
                        Texts.of(overrides ? "presets.reset" : "presets.deleted", name), () -> restore(removed)));
    }

    private void restore(PresetStore.Removed removed) {
        perform(
                (library, store) -> {
                    store.restore(removed);
                    return removed;
                },
                r -> told.done(Texts.of("presets.restored"), null));
    }

    /// Gives a preset of the user another name.
    ///
    /// @param then told the new name, when it is shown
    public void rename(String from, String to, Consumer<String> then) {
        perform(
                (library, store) -> {
                    var was = library.fileOf(from).map(Path::getFileName);
                    var is = store.rename(from, to, library).getFileName();
                    rearrange(arranged -> arranged.renamed(from, to.strip()), store);
                    return Texts.of(
                            was.filter(is::equals).isPresent() ? "presets.renamed.sameFile" : "presets.renamed",
                            from,
                            to.strip(),
                            is);
                },
                sentence -> {
                    var name = to.strip();
                    then.accept(name);
                    told.done(sentence, () -> rename(name, from, then));
                });
    }

    /// Makes presets of files of other tools, each under a name that is free.
    public void importFile(Path file, Consumer<String> then) {
        perform(
                (library, store) -> {
                    try {
                        var imported = PresetImport.read(file);
                        var name = PresetStore.freeName(imported.preset().name(), library);
                        store.save(imported.preset().named(name), library);
                        return new PresetImport.Imported(imported.preset().named(name), imported.notes());
                    } catch (PresetException e) {
                        throw new PresetException(
                                Texts.of("presets.notImported", file.getFileName(), e.line(), e.sentence()), 0);
                    }
                },
                imported -> {
                    var name = imported.preset().name();
                    then.accept(name);
                    var notes = String.join(" ", imported.notes());
                    told.done(
                            (Texts.of("presets.imported", name) + " " + notes).strip(),
                            () -> takeBack(name, Optional.empty(), Optional.empty()));
                });
    }

    /// Writes the text of a preset to a file that the user chose.
    public void export(String text, Path file) {
        worker.execute(() -> {
            try {
                Files.write(file, text.getBytes(StandardCharsets.UTF_8));
                FxThread.LATER.execute(() -> told.done(Texts.of("presets.exported", file), null));
            } catch (IOException e) {
                FxThread.LATER.execute(() -> told.refused(Texts.of("presets.notExported", file)));
            }
        });
    }

    /// Changes which presets are favourites, or their order.
    public void arrange(UnaryOperator<PresetArrangement> how) {
        perform(
                (library, store) -> {
                    rearrange(how, store);
                    return store;
                },
                s -> {});
    }

    private static void rearrange(UnaryOperator<PresetArrangement> how, PresetStore store) throws IOException {
        var before = PresetArrangement.read(store.folder());
        var after = how.apply(before);
        if (!after.equals(before)) {
            after.write(store.folder());
        }
    }

    @Override
    public void close() {
        worker.shutdown();
    }
}
