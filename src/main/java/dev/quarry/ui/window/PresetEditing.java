package dev.quarry.ui.window;

import dev.quarry.language.Highlighter;
import dev.quarry.language.Languages;
import dev.quarry.language.syntax.SyntaxError;
import dev.quarry.preset.Placeholders;
import dev.quarry.preset.Preset;
import dev.quarry.preset.PresetDrafts.Draft;
import dev.quarry.preset.PresetException;
import dev.quarry.preset.PresetFile;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.editor.CodeEditor;
import dev.quarry.ui.editor.InputModel;
import dev.quarry.ui.fx.LatestWork;
import dev.quarry.ui.preset.PresetController;
import dev.quarry.ui.preset.UnsavedPresets;
import dev.quarry.ui.task.TaskModel;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The file of the picked preset while it is edited, as its author wrote it: what it says becomes the draft
/// that Run uses, the task form follows it, what is wrong with it is underlined, and the request it makes of
/// the input is shown. What is not saved is kept. FX thread only.
final class PresetEditing implements AutoCloseable {
    private static final long REST_MILLIS = 60;

    private final TaskModel task;
    private final InputModel input;
    private final CodeEditor inputEditor;
    private final PresetController files;
    private final UnsavedPresets unsaved;
    private final PresetNotices notices;
    private final CodeEditor editor;
    private final CodeEditor preview;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty changed = new SimpleBooleanProperty();
    private final StringProperty title = new SimpleStringProperty("");
    private final LatestWork<PresetPreview.Job, PresetPreview.Reading> work;
    private final InvalidationListener valueListener = observable -> requestPreview();
    private Supplier<String> context = () -> "";
    private Supplier<String> model;
    private List<SyntaxError> errors = List.of();
    private boolean loading;

    /// What the editor holds; empty before it holds anything.
    private String name = "";

    /// What stands in its file.
    private String onDisk = "";

    /// What stood in it when the edit began.
    private String base = "";

    /// The preset that is read for the editor just now; empty for none.
    private String awaited = "";

    /// The preset whose request is shown; empty before one is.
    private String previewed = "";

    /// What the task form shows of the preset: the preset itself, or what has been made of it.
    private @Nullable Preset shown;

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
        this.input = input;
        this.inputEditor = inputEditor;
        this.files = files;
        this.unsaved = unsaved;
        this.notices = notices;
        model = () -> task.modelProperty().get().strip();
        editor = CodeEditor.editable("preset-editor", highlighter);
        preview = CodeEditor.readOnly("preset-preview", highlighter);
        editor.languageProperty().set(Languages.named("markdown").orElse(Languages.PLAIN_TEXT));
        editor.setAreaAccessibleText(Texts.of("presets.editor"));
        preview.setAreaAccessibleText(Texts.of("presets.preview"));
        editor.wrapProperty().set(true);
        preview.wrapProperty().set(true);
        editor.showErrors(found -> errors);
        editor.complete("{{", "}}", this::names);
        work = new LatestWork<>("preset-preview", REST_MILLIS, this::job, reader::read, this::show);
        editor.onChange(this::changed);
        inputEditor.onChange(this::requestPreview);
        task.presetProperty().addListener((o, was, is) -> {
            if (open.get()) {
                if (was != null
                        && shown != null
                        && was.name().equals(name)
                        && (is == null || !is.name().equals(name))) {
                    task.fieldsFollow(shown, was);
                }
                load(is);
            }
        });
        task.currentProperty().addListener((o, was, is) -> watchValues(is));
        task.modelProperty().addListener((o, was, is) -> requestPreview());
        task.choicesProperty().addListener((o, was, is) -> requestPreview());
        task.temperatureProperty().addListener((o, was, is) -> requestPreview());
        input.languageProperty().addListener((o, was, is) -> requestPreview());
    }

    CodeEditor editor() {
        return editor;
    }

    CodeEditor preview() {
        return preview;
    }

    BooleanProperty openProperty() {
        return open;
    }

    /// Whether it is open with something that is not saved.
    BooleanProperty changedProperty() {
        return changed;
    }

    StringProperty titleProperty() {
        return title;
    }

    /// What the preview takes from elsewhere.
    ///
    /// @param answering the model that a run would go to; empty while none is named
    /// @param before what stands before the prompt
    void previewWith(Supplier<String> answering, Supplier<String> before) {
        model = answering;
        context = before;
    }

    /// Opens the editor on the picked preset.
    void open() {
        open.set(true);
        load(task.presetProperty().get());
        editor.requestFocus();
    }

    /// Leaves the editor. Run uses the saved preset again; what was not saved is there when it is opened
    /// next.
    void leave() {
        awaited = "";
        formShows(task.presetProperty().get());
        shown = null;
        name = "";
        changed.set(false);
        open.set(false);
        task.draftProperty().set(null);
        inputEditor.requestFocus();
    }

    /// Forgets what is not saved, and leaves the editor.
    void discard() {
        var draft = unsaved.of(name);
        unsaved.remove(name);
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
        return open.get() && !name.isEmpty() ? new Draft(name, editor.text(), base) : null;
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
    /// @param file what stands in the file now
    void saved(String savedName, @Nullable Draft edited, String file) {
        if (edited == null) {
            return;
        }
        unsaved.remove(name);
        if (open.get()) {
            if (!editor.text().equals(edited.text())) { // typed on meanwhile
                unsaved.put(new Draft(savedName, editor.text(), file));
            }
            name = "";
            load(task.presetProperty().get());
        }
    }

    /// Shows the file as it is on disk again, unless there are changes of the user's that are not saved.
    void filesChanged() {
        if (open.get() && !name.isEmpty() && awaited.isEmpty()) {
            var was = name;
            files.text(was, read -> {
                if (open.get() && name.equals(was) && !read.equals(onDisk)) {
                    changedOnDisk(read);
                }
            });
        }
    }

    private void changedOnDisk(String read) {
        var untouched = editor.text().equals(onDisk);
        onDisk = read;
        if (untouched) {
            base = read;
            shown = task.presetProperty().get(); // its fields follow the file in the task form
            editor.change(read);
        } else if (!editor.text().equals(read)) {
            notices.refused(Texts.of("presets.editor.changedOnDisk", name));
        }
        changed();
    }

    private void load(@Nullable Preset preset) {
        if (preset == null || preset.name().equals(name)) {
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
        name = preset.name();
        onDisk = read;
        shown = preset;
        errors = List.of();
        var draft = unsaved.of(name);
        loading = true;
        base = draft.map(Draft::base).orElse(read);
        editor.replaceAll(draft.map(Draft::text).orElse(read));
        loading = false;
        if (!base.equals(read)) {
            notices.refused(Texts.of("presets.editor.changedOnDisk", name));
        }
        changed();
    }

    private void changed() {
        if (loading || !open.get() || name.isEmpty()) {
            return;
        }
        var text = editor.text();
        changed.set(!text.equals(onDisk));
        if (text.equals(onDisk)) {
            base = onDisk;
            unsaved.remove(name);
            title.set(name);
        } else {
            unsaved.put(new Draft(name, text, base));
            title.set(Texts.of("presets.editor.changed", name));
        }
        editor.mark("placeholder-mark", Placeholders.in(text));
        work.request();
    }

    /// Asks for the preview to be made anew.
    void requestPreview() {
        if (open.get()) {
            work.request();
        }
    }

    private void watchValues(@Nullable Preset preset) {
        if (preset != null && open.get()) {
            preset.parameters().forEach(p -> {
                var value = task.valueOf(preset, p);
                value.removeListener(valueListener);
                value.addListener(valueListener);
            });
            work.request();
        }
    }

    private List<String> names() {
        var preset = task.currentProperty().getValue();
        return preset == null ? List.of() : Placeholders.names(preset);
    }

    private PresetPreview.Job job() {
        return new PresetPreview.Job(
                editor.text(),
                inputEditor.text(),
                input.languageProperty().get(),
                task.values(),
                context.get(),
                model.get(),
                task.shownTemperature(),
                task.choicesProperty().get());
    }

    private void show(PresetPreview.Reading reading) {
        if (!open.get() || !awaited.isEmpty() || !reading.text().equals(editor.text())) {
            return;
        }
        errors = reading.errors();
        editor.showErrors(found -> errors);
        var preset = reading.preset();
        if (preset != null) {
            task.draftProperty().set(reading.text().equals(onDisk) ? null : preset);
            formShows(preset);
        }
        if (reading.wrong() == null && !previewed.equals(name)) {
            previewed = name;
            preview.replaceAll(reading.request());
        } else if (reading.wrong() == null && !preview.text().equals(reading.request())) {
            preview.change(reading.request());
        }
    }

    private void formShows(@Nullable Preset preset) {
        if (shown != null && preset != null) {
            task.follow(shown, preset);
            shown = preset;
        }
    }

    /// Lets go of everything; what is not saved is kept.
    @Override
    public void close() {
        work.close();
        editor.close();
        preview.close();
    }
}
