package dev.quarry.ui.preset;

import dev.quarry.preset.PresetException;
import dev.quarry.preset.PresetImport;
import dev.quarry.preset.PresetStore;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.fx.FxThread;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Takes presets in from files of other tools, and gives them out as files. FX thread only.
public final class PresetExchange {
    private final PresetThread thread;

    PresetExchange(PresetThread thread) {
        this.thread = thread;
    }

    /// Makes presets of files of other tools, each under a name that is free.
    public void importFile(Path file, Consumer<String> then) {
        thread.perform(
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
                    thread.told().done((Texts.of("presets.imported", name) + " " + notes).strip(), () -> remove(name));
                });
    }

    /// Writes the text of a preset to a file that the user chose.
    public void export(String text, Path file) {
        thread.execute(() -> {
            try {
                Files.write(file, text.getBytes(StandardCharsets.UTF_8));
                FxThread.LATER.execute(() -> thread.told().done(Texts.of("presets.exported", file), null));
            } catch (IOException e) {
                FxThread.LATER.execute(() -> thread.told().refused(Texts.of("presets.notExported", file)));
            }
        });
    }

    private void remove(String name) {
        thread.perform(
                (library, store) -> store.delete(name, library),
                gone -> thread.told().done(Texts.of("presets.takenBack", name), null));
    }
}
