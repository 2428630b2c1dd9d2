package dev.quarry.ui.window;

import dev.quarry.preset.Preset;
import dev.quarry.preset.PresetDrafts.Draft;
import dev.quarry.preset.PresetEntry;
import dev.quarry.preset.PresetException;
import dev.quarry.preset.PresetFile;
import dev.quarry.preset.PresetSource;
import dev.quarry.preset.PresetStore;
import dev.quarry.ui.control.FileDialogs;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.preset.NameBar;
import dev.quarry.ui.preset.PresetController;
import dev.quarry.ui.preset.PresetModel;
import dev.quarry.ui.preset.PresetOrigin;
import dev.quarry.ui.preset.UnsavedPresets;
import dev.quarry.ui.task.TaskModel;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;

/// Keeps the task as a preset, and does with the picked preset's file what the user asks for. FX thread only.
final class PresetKeeping {
    private final TaskModel task;
    private final PresetModel model;
    private final PresetController files;
    private final PresetEditing editing;
    private final UnsavedPresets unsaved;
    private final NameBar nameBar;
    private final FileDialogs dialogs;
    private final PresetNotices notices;

    PresetKeeping(
            TaskModel task,
            PresetModel model,
            PresetController files,
            PresetEditing editing,
            UnsavedPresets unsaved,
            NameBar nameBar,
            FileDialogs dialogs,
            PresetNotices notices) {
        this.task = task;
        this.model = model;
        this.files = files;
        this.editing = editing;
        this.unsaved = unsaved;
        this.nameBar = nameBar;
        this.dialogs = dialogs;
        this.notices = notices;
    }

    /// The preset as it stands, as Run would run it; empty when there is none, which is then said.
    private Optional<Preset> current() {
        try {
            return Optional.ofNullable(editing.current());
        } catch (PresetException e) {
            notices.refused(Texts.of("presets.editor.problem", e.line(), e.sentence()));
            return Optional.empty();
        }
    }

    private Optional<String> pickedName() {
        return Optional.ofNullable(task.presetProperty().get()).map(Preset::name);
    }

    /// Asks for a name, and keeps the task under it.
    void save() {
        var library = model.library();
        var base = current();
        if (base.isEmpty() || library == null) {
            return;
        }
        var name = base.get().name();
        var picked = pickedName().orElse(name);
        var own = model.named(picked).map(PresetEntry::source).map(PresetSource::kind).stream()
                .anyMatch(PresetSource.Kind.OWN::equals);
        var edited = !name.equals(picked);
        var suggestion = own || edited ? name : PresetStore.freeName(name, library);
        nameBar.ask(
                suggestion, task.modelProperty().get().strip(), base.get().model() != null, this::taken, this::saveAs);
    }

    /// What saving under a name does to a preset that has it, other than the one that is picked.
    private Optional<NameBar.Taken> taken(String name) {
        var picked = pickedName().flatMap(model::named);
        return model.named(name).flatMap(there -> {
            var called = there.preset().name();
            if (there.source().kind() != PresetSource.Kind.OWN) {
                var where = PresetOrigin.of(there.source());
                return Optional.of(new NameBar.Taken(false, Texts.of("presets.name.hidden", called, where)));
            }
            return picked.filter(there::equals).isPresent()
                    ? Optional.empty()
                    : Optional.of(new NameBar.Taken(true, Texts.of("presets.name.replaces", called)));
        });
    }

    private void saveAs(String name, boolean pin) {
        current().ifPresent(base -> {
            var edited = editing.draft();
            var pinned = pin ? task.modelProperty().get().strip() : null;
            var preset = base.with(task.values(), temperature(base), pinned).named(name);
            files.save(preset, pickedName().orElse(base.name()), edited, (saved, file) -> {
                task.pick(saved);
                editing.saved(saved, edited, file);
            });
        });
    }

    /// None where an edit took the author's advice out of the file.
    private @Nullable Double temperature(Preset base) {
        var picked = task.presetProperty().get();
        var takenOut = base.temperature() == null && picked != null && picked.temperature() != null;
        return takenOut ? null : (Double) task.shownTemperature();
    }

    void duplicate() {
        var preset = task.presetProperty().get();
        var library = model.library();
        if (preset != null && library != null) {
            var copy = preset.named(PresetStore.freeName(preset.name(), library));
            files.save(copy, preset.name(), null, (saved, file) -> task.pick(saved));
        }
    }

    void rename() {
        pickedName()
                .ifPresent(from -> nameBar.rename(
                        from,
                        to -> files.rename(from, to, renamed -> {
                            unsaved.rename(from, renamed);
                            task.pick(renamed);
                        })));
    }

    void delete() {
        pickedName().ifPresent(files::delete);
    }

    void star() {
        pickedName().ifPresent(this::star);
    }

    void star(String name) {
        files.arrange(a -> a.toggled(name));
    }

    /// @param by places; negative is up
    void move(int by) {
        var names = model.all().stream().map(e -> e.preset().name()).toList();
        pickedName().ifPresent(name -> files.arrange(a -> a.moved(name, by, names)));
    }

    void importPrompt() {
        dialogs.open().ifPresent(file -> files.exchange().importFile(file, task::pick));
    }

    void export() {
        pickedName()
                .flatMap(name -> dialogs.save(PresetStore.fileName(name) + ".md"))
                .ifPresent(file -> withText(text -> files.exchange().export(text, file)));
    }

    void copy() {
        withText(text -> {
            var content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            notices.done(Texts.of("presets.copied", pickedName().orElse("")), null);
        });
    }

    /// What stands in the editor, or else in the file.
    private void withText(Consumer<String> use) {
        var edited = editing.draft();
        if (edited != null) {
            current().ifPresent(p -> use.accept(edited.text()));
        } else {
            pickedName().ifPresent(name -> files.text(name, use));
        }
    }

    /// Makes the user's own preset of a draft whose preset is not there any more.
    void keep(Draft draft) {
        try {
            var preset = PresetFile.read(draft.text());
            files.save(preset, preset.name(), draft, (saved, file) -> {
                unsaved.remove(draft.preset());
                task.pick(saved);
            });
        } catch (PresetException e) {
            notices.refused(Texts.of("presets.editor.problem", e.line(), e.sentence()));
        }
    }
}
