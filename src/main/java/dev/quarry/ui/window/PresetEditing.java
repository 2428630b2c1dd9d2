package dev.quarry.ui.window;

import dev.quarry.language.Highlighter;
import dev.quarry.language.Languages;
import dev.quarry.language.syntax.SyntaxError;
import dev.quarry.preset.Placeholders;
import dev.quarry.preset.Preset;
import dev.quarry.preset.PresetDrafts.Draft;
import dev.quarry.preset.PresetException;
import dev.quarry.preset.PresetFile;
import dev.quarry.ui.control.Action;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.editor.CodeEditor;
import dev.quarry.ui.editor.InputModel;
import dev.quarry.ui.preset.PresetController;
import dev.quarry.ui.preset.UnsavedPresets;
import dev.quarry.ui.task.TaskModel;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The file of the picked preset while it is edited, as its author wrote it: what it says becomes the draft that Run
/// uses, the task form follows it, and what is wrong with it is underlined. FX thread only.
final class PresetEditing implements AutoCloseable {
    private final TaskModel task;
    private final CodeEditor inputEditor;
    private final PresetController files;
    private final UnsavedPresets unsaved;
    private final PresetNotices notices;
    private final EditedFile file;
    private final CodeEditor editor;
    private final PresetPreviewPane preview;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final BooleanProperty changed = new SimpleBooleanProperty();
    private final StringProperty title = new SimpleStringProperty("");
    private List<SyntaxError> errors = List.of();
    private boolean loading;

    /// The preset that is read for the editor just now; empty for none.
    private String awaited = "";

    /// What the task form shows of the preset: the preset itself, or what has been made of it.
    private @Nullable Preset inForm;

    PresetEditing(
            TaskModel task,
            InputModel input,
            CodeEditor inputEditor,
            Highlighter highlighter,
            PresetPreview reader,
            PresetController files,
            UnsavedPresets unsaved,
            PresetNotices notices) {
        this.task = task;
        this.inputEditor = inputEditor;
        this.files = files;
        this.unsaved = unsaved;
        this.notices = notices;
        file = new EditedFile(unsaved);
        editor = CodeEditor.editable("preset-editor", highlighter);
        editor.languageProperty().set(Languages.named("markdown").orElse(Languages.PLAIN_TEXT));
        editor.setAreaAccessibleText(Texts.of("presets.editor"));
        editor.wrapProperty().set(true);
        editor.showErrors(found -> errors);
        editor.complete("{{", "}}", this::names);
        preview = new PresetPreviewPane(task, input, inputEditor, highlighter, reader, editor::text, this::show);
        editor.onChange(this::changed);
        task.presetProperty().addListener((o, was, is) -> {
            if (open.get()) {
                if (was != null && inForm != null && file.is(was.name()) && (is == null || !file.is(is.name()))) {
                    task.fieldsFollow(inForm, was);
                }
                if (shown.get() || is == null || file.is(is.name())) {
                    load(is);
                } else {
                    inForm = null; // what it shows is the other preset's already
                    leave();
                }
            }
        });
    }

    CodeEditor editor() {
        return editor;
    }

    PresetPreviewPane preview() {
        return preview;
    }

    /// Whether it is seen; while it is open and not seen, the edit is still what Run uses.
    BooleanProperty shownProperty() {
        return shown;
    }

    /// Whether it is open with something that is not saved.
    BooleanProperty changedProperty() {
        return changed;
    }

    StringProperty titleProperty() {
        return title;
    }

    /// Opens the editor on the picked preset.
    void open() {
        open.set(true);
        shown.set(true);
        preview.setOn(true);
        load(task.presetProperty().get());
        editor.requestFocus();
    }

    /// Leaves the editor. Run uses the saved preset again; what was not saved is there when it is opened next.
    void leave() {
        awaited = "";
        formShows(task.presetProperty().get());
        inForm = null;
        file.end();
        changed.set(false);
        open.set(false);
        shown.set(false);
        preview.setOn(false);
        task.draftProperty().set(null);
        inputEditor.requestFocus();
    }

    /// Makes way for the panes, where an answer to what is edited is about to come, say. An edit stays in force, with a
    /// way back to it; without one there is nothing to come back to.
    void stepAside() {
        if (!shown.get()) {
            return;
        }
        if (!changed.get()) {
            leave();
            return;
        }
        shown.set(false);
        notices.offer(
                Texts.of("presets.aside", file.name()), Action.of("preset-back", null, Feather.EDIT_2, this::back));
    }

    private void back() {
        notices.hide();
        open();
    }

    /// Forgets what is not saved, and leaves the editor.
    void discard() {
        var draft = unsaved.of(file.name());
        unsaved.remove(file.name());
        leave();
        draft.ifPresent(d -> notices.done(Texts.of("presets.discarded", d.preset()), () -> {
            unsaved.put(d);
            task.pick(d.preset());
            open();
        }));
    }

    /// The file as it stands in the editor, when it is open; null otherwise.
    @Nullable
    Draft draft() {
        return open.get() && !file.isNone() ? file.draft(editor.text()) : null;
    }

    /// The preset as it would run and be saved: what the editor says while it is open.
    ///
    /// @throws PresetException when that is no preset: why, and in which line
    @Nullable
    Preset current() throws PresetException {
        var draft = draft();
        return draft == null ? task.presetProperty().get() : PresetFile.read(draft.text());
    }

    /// The text was saved as the preset of that name: the editor shows what its file says now.
    ///
    /// @param edited as it was when it was saved; null when nothing was edited
    /// @param text what stands in the file now
    void saved(String savedName, @Nullable Draft edited, String text) {
        if (edited == null) {
            return;
        }
        var stillOpen = open.get() && file.is(edited.preset());
        var typedOn = stillOpen && !editor.text().equals(edited.text());
        file.saved(edited, savedName, typedOn ? editor.text() : null, text);
        if (stillOpen) {
            file.end();
            load(task.presetProperty().get());
        }
    }

    /// Shows the file as it is on disk again, unless there are changes of the user's that are not saved.
    void filesChanged() {
        if (open.get() && !file.isNone() && awaited.isEmpty()) {
            var was = file.name();
            files.text(was, read -> {
                if (open.get() && file.is(was) && !file.says(read)) {
                    changedOnDisk(read);
                }
            });
        }
    }

    private void changedOnDisk(String read) {
        if (file.changedOnDisk(read, editor.text())) {
            inForm = task.presetProperty().get(); // its fields follow the file in the task form
            editor.change(read);
        } else if (!editor.text().equals(read)) {
            sayOvertaken();
        }
        changed();
    }

    private void sayOvertaken() {
        notices.refused(Texts.of("presets.editor.changedOnDisk", file.name()));
    }

    private void load(@Nullable Preset preset) {
        if (preset == null || file.is(preset.name())) {
            awaited = "";
            return;
        }
        awaited = preset.name();
        files.text(preset.name(), read -> {
            if (open.get() && awaited.equals(preset.name())) {
                show(preset, read);
            }
        });
    }

    private void show(Preset preset, String read) {
        awaited = "";
        inForm = preset;
        errors = List.of();
        loading = true;
        editor.replaceAll(file.begin(preset.name(), read));
        loading = false;
        if (file.isOvertaken()) {
            sayOvertaken();
        }
        changed();
    }

    private void changed() {
        if (loading || !open.get() || file.isNone()) {
            return;
        }
        var text = editor.text();
        changed.set(file.typed(text));
        title.set(changed.get() ? Texts.of("presets.editor.changed", file.name()) : file.name());
        editor.mark("placeholder-mark", Placeholders.in(text));
        preview.request();
    }

    private List<String> names() {
        var preset = task.currentProperty().getValue();
        return preset == null ? List.of() : Placeholders.names(preset);
    }

    private void show(PresetPreview.Reading reading) {
        if (!open.get() || !awaited.isEmpty() || !reading.text().equals(editor.text())) {
            return;
        }
        errors = reading.errors();
        editor.showErrors(found -> errors);
        var preset = reading.preset();
        if (preset != null) {
            task.draftProperty().set(file.says(reading.text()) ? null : preset);
            formShows(preset);
        }
        preview.show(file.name(), reading);
    }

    private void formShows(@Nullable Preset preset) {
        if (inForm != null && preset != null) {
            task.follow(inForm, preset);
            inForm = preset;
        }
    }

    /// Lets go of everything; what is not saved is kept.
    @Override
    public void close() {
        preview.close();
        editor.close();
    }
}
