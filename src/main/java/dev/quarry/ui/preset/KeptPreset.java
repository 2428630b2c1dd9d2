package dev.quarry.ui.preset;

import dev.quarry.preset.Preset;
import dev.quarry.preset.PresetDrafts.Draft;
import dev.quarry.preset.PresetException;
import dev.quarry.preset.PresetFile;
import dev.quarry.preset.PresetLibrary;
import dev.quarry.preset.PresetSource;
import dev.quarry.preset.PresetStore;
import dev.quarry.ui.control.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A preset that was kept among the user's own, and all that is needed to take that back. Immutable; its methods that
/// work on files block their caller.
///
/// @param before what stood in the file; empty when there was none
/// @param hidden where the preset is that this one hides
/// @param text what stands in the file now
/// @param aside the name of the preset that holds what others had put into the file meanwhile
record KeptPreset(
        String name,
        Optional<PresetStore.Removed> before,
        Optional<String> hidden,
        Path file,
        String text,
        Optional<String> aside) {

    /// Keeps it, over the one of its name among the user's own.
    ///
    /// @param from the name of the preset whose file it is made of
    /// @param edited what stands in the editor in place of that file; null while it is not edited
    static KeptPreset keep(Preset preset, String from, @Nullable Draft edited, PresetLibrary library, PresetStore store)
            throws IOException, PresetException {
        var name = preset.name();
        var before = store.content(name, library);
        var hidden = library.entry(name)
                .filter(e -> e.source().kind() != PresetSource.Kind.OWN)
                .map(e -> PresetOrigin.of(e.source()));
        var original = edited == null ? library.entry(from).map(PresetThread::text) : Optional.of(edited.text());
        var text = original.isPresent() ? PresetFile.revise(original.get(), preset) : PresetFile.write(preset);
        var aside = edited == null ? Optional.<String>empty() : keepAside(edited, name, text, library, store);
        return new KeptPreset(name, before, hidden, store.saveText(name, text, library), text, aside);
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

    /// What was done, in one sentence.
    String sentence() {
        if (aside.isPresent()) {
            return Texts.of("presets.savedBeside", name, file.getFileName(), aside.get());
        }
        return hidden.isPresent()
                ? Texts.of("presets.savedOver", name, hidden.get())
                : Texts.of("presets.saved", name, file.getFileName());
    }

    /// Puts everything back as it was.
    void takeBack(PresetLibrary library, PresetStore store) throws IOException, PresetException {
        if (before.isPresent()) {
            store.revert(before.get());
        } else {
            store.delete(name, library);
        }
        if (aside.isPresent()) { // the file says it again
            store.delete(aside.get(), library);
        }
    }
}
