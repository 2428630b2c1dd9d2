package dev.quarry.ui.preset;

import dev.quarry.preset.Preset;
import dev.quarry.preset.PresetArrangement;
import dev.quarry.preset.PresetDrafts.Draft;
import dev.quarry.preset.PresetLibrary;
import dev.quarry.preset.PresetStore;
import dev.quarry.ui.control.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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

    private final PresetThread thread;
    private final Told told;
    private final PresetExchange exchange;

    /// @param read reads the presets anew; blocks; called on the thread of the controller
    /// @param onRead told what was read, when the model has it
    public PresetController(
            PresetModel model, Supplier<PresetLibrary> read, Consumer<PresetLibrary> onRead, Told told) {
        this.told = told;
        thread = new PresetThread(model, read, onRead, told);
        exchange = new PresetExchange(thread);
    }

    /// Takes presets in and gives them out.
    public PresetExchange exchange() {
        return exchange;
    }

    /// Reads everything anew. May be called from any thread; calls that come while one waits are one.
    public void reload() {
        thread.reload();
    }

    /// What stands in the file of a preset, comments and all; where it cannot be read any more, what it said when it
    /// was.
    ///
    /// @param then told it, unless there is no such preset
    public void text(String name, Consumer<String> then) {
        thread.text(name, then);
    }

    /// Keeps a preset among the user's own, over the one of its name there. What the file of that one has come to say
    /// since the edit began is kept beside it, as a preset of its own.
    ///
    /// @param from the name of the preset whose file it is made of: what need not change in it stays as its author
    ///     wrote it
    /// @param edited what stands in the editor in place of that file; null while it is not edited
    /// @param then told the name, and what stands in the file, when it is kept and shown
    public void save(Preset preset, String from, @Nullable Draft edited, BiConsumer<String, String> then) {
        thread.perform((library, store) -> KeptPreset.keep(preset, from, edited, library, store), kept -> {
            then.accept(kept.name(), kept.text());
            told.done(kept.sentence(), () -> takeBack(kept));
        });
    }

    private void takeBack(KeptPreset kept) {
        thread.perform(
                (library, store) -> {
                    kept.takeBack(library, store);
                    return kept;
                },
                k -> told.done(Texts.of("presets.takenBack", k.name()), null));
    }

    /// Deletes one of the user's own; where it hid another, that one is back.
    public void delete(String name) {
        var overrides =
                thread.model().named(name).map(e -> !e.hides().isEmpty()).orElse(false);
        thread.perform(
                (library, store) -> store.delete(name, library),
                removed -> told.done(
                        Texts.of(overrides ? "presets.reset" : "presets.deleted", name), () -> restore(removed)));
    }

    private void restore(PresetStore.Removed removed) {
        thread.perform(
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
        thread.perform(
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

    /// Changes which presets are favourites, or their order.
    public void arrange(UnaryOperator<PresetArrangement> how) {
        thread.perform(
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
        thread.close();
    }
}
