package dev.quarry.ui.window;

import dev.quarry.language.ErrorTrust;
import dev.quarry.language.Highlighter;
import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.language.syntax.SyntaxError;
import dev.quarry.preset.Placeholders;
import dev.quarry.preset.Preset;
import dev.quarry.preset.PresetException;
import dev.quarry.preset.PresetFile;
import dev.quarry.preset.PromptTemplate;
import dev.quarry.run.InferenceSettings;
import dev.quarry.run.Message;
import dev.quarry.run.RunRequest;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.editor.CodeEditor;
import dev.quarry.ui.editor.InputModel;
import dev.quarry.ui.fx.LatestWork;
import dev.quarry.ui.task.TaskModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The file of the picked preset while it is edited: what it says becomes the draft that Run uses, what is wrong with
/// it is
/// underlined, and the request it makes of the input is shown. What was not saved is kept for each preset until the
/// window
/// closes. FX thread only.
final class PresetEditing implements AutoCloseable {
    private static final long REST_MILLIS = 60;

    private final TaskModel task;
    private final InputModel input;
    private final CodeEditor inputEditor;
    private final CodeEditor editor;
    private final CodeEditor preview;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final StringProperty title = new SimpleStringProperty("");
    private final Map<String, String> unsaved = new HashMap<>();
    private final LatestWork<Job, Reading> work;
    private final InvalidationListener valueListener = observable -> requestPreview();
    private String saved = "";
    private String name = "";
    private List<SyntaxError> errors = List.of();
    private boolean loading;

    private record Job(
            String text,
            String input,
            Language language,
            Map<String, String> values,
            String model,
            @Nullable Double temperature) {}

    /// @param preset null when the text is none
    /// @param request what it makes of the input, or why it makes nothing
    private record Reading(
            String text, @Nullable Preset preset, @Nullable PresetException wrong, String request) {}

    PresetEditing(TaskModel task, InputModel input, CodeEditor inputEditor, Highlighter highlighter) {
        this.task = task;
        this.input = input;
        this.inputEditor = inputEditor;
        editor = CodeEditor.editable("preset-editor", highlighter);
        preview = CodeEditor.readOnly("preset-preview", highlighter);
        editor.languageProperty().set(Languages.named("markdown").orElse(Languages.PLAIN_TEXT));
        editor.setAreaAccessibleText(Texts.of("presets.editor"));
        preview.setAreaAccessibleText(Texts.of("presets.preview"));
        editor.wrapProperty().set(true);
        preview.wrapProperty().set(true);
        editor.showErrors(found -> errors);
        editor.complete("{{", "}}", this::names);
        work = new LatestWork<>("preset-preview", REST_MILLIS, this::job, PresetEditing::read, this::show);
        editor.onChange(this::changed);
        inputEditor.onChange(this::requestPreview);
        task.presetProperty().addListener((o, was, is) -> {
            if (open.get()) {
                load(is);
            }
        });
        task.currentProperty().addListener((o, was, is) -> watchValues(is));
        task.modelProperty().addListener((o, was, is) -> requestPreview());
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

    StringProperty titleProperty() {
        return title;
    }

    /// Opens the editor on the picked preset.
    void open() {
        open.set(true);
        load(task.presetProperty().get());
        editor.requestFocus();
    }

    /// Leaves the editor. Run uses the saved preset again; what was not saved is there when it is opened next.
    void close(boolean keepUnsaved) {
        keepText();
        if (!keepUnsaved) {
            unsaved.remove(name);
        }
        open.set(false);
        task.draftProperty().set(null);
        inputEditor.requestFocus();
    }

    /// The text, when it is open and a preset; null otherwise.
    @Nullable
    String text() {
        return open.get() ? editor.text() : null;
    }

    /// What is wrong with the text, or null.
    @Nullable
    String problem() {
        return open.get() && !errors.isEmpty()
                ? Texts.of(
                        "presets.editor.problem",
                        errors.getFirst().line(),
                        errors.getFirst().message())
                : null;
    }

    /// The preset of that name was saved: the editor shows what its file says now.
    void saved(String savedName) {
        unsaved.remove(name);
        unsaved.remove(savedName);
        name = "";
        if (open.get()) {
            load(task.presetProperty().get());
        }
    }

    /// Shows the file as it is on disk again, unless there are changes of the user's that are not saved.
    void fileChanged() {
        if (open.get() && editor.text().equals(saved)) {
            name = "";
            load(task.presetProperty().get());
        }
    }

    private void keepText() {
        if (!name.isEmpty() && !editor.text().equals(saved)) {
            unsaved.put(name, editor.text());
        }
    }

    private void load(@Nullable Preset preset) {
        if (preset == null || preset.name().equals(name)) {
            return;
        }
        keepText();
        name = preset.name();
        saved = fileText(preset);
        loading = true;
        editor.replaceAll(unsaved.getOrDefault(name, saved));
        loading = false;
        changed();
    }

    private static String fileText(Preset preset) {
        try {
            return PresetFile.write(preset);
        } catch (PresetException e) {
            throw new IllegalStateException("a preset that was read can be written: " + preset.name(), e);
        }
    }

    private void changed() {
        if (!loading && open.get()) {
            title.set(editor.text().equals(saved) ? name : Texts.of("presets.editor.changed", name));
            editor.mark("placeholder-mark", Placeholders.in(editor.text()));
            work.request();
        }
    }

    private void requestPreview() {
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

    private Job job() {
        return new Job(
                editor.text(),
                inputEditor.text(),
                input.languageProperty().get(),
                task.values(),
                task.modelProperty().get().strip(),
                task.temperatureToSend());
    }

    private static Reading read(Job job) {
        try {
            var preset = PresetFile.read(job.text());
            return new Reading(job.text(), preset, null, request(preset, job));
        } catch (PresetException e) {
            return new Reading(job.text(), null, e, "");
        }
    }

    private static String request(Preset preset, Job job) {
        try {
            var values = new HashMap<>(job.values());
            values.keySet()
                    .removeIf(n ->
                            preset.parameters().stream().noneMatch(p -> p.name().equals(n)));
            var prompt = PromptTemplate.of(preset).render(job.input(), job.language(), values);
            var model = job.model().isEmpty() ? "?" : job.model();
            var settings = new InferenceSettings(job.temperature(), null, preset.maxTokens(), List.of());
            return RequestText.of(
                    new RunRequest(model, prompt.system(), List.of(Message.user(prompt.user())), settings));
        } catch (PresetException e) {
            return e.sentence();
        }
    }

    private void show(Reading reading) {
        if (!open.get() || !reading.text().equals(editor.text())) {
            return;
        }
        var wrong = reading.wrong();
        errors = wrong == null ? List.of() : List.of(error(reading.text(), wrong));
        editor.showErrors(found -> errors);
        if (reading.preset() != null) {
            task.draftProperty().set(reading.text().equals(saved) ? null : reading.preset());
        }
        if (wrong == null && !preview.text().equals(reading.request())) {
            preview.replaceAll(reading.request());
        }
    }

    /// Underlines the whole line: the reader tells no columns.
    private static SyntaxError error(String text, PresetException wrong) {
        var line = Math.max(1, wrong.line());
        var start = 0;
        for (var i = 1; i < line && text.indexOf('\n', start) >= 0; i++) {
            start = text.indexOf('\n', start) + 1;
        }
        var end = text.indexOf('\n', start) < 0 ? text.length() : text.indexOf('\n', start);
        var sentence = wrong.sentence();
        return new SyntaxError(start, end, line, 1, sentence, ErrorTrust.TRUSTED, text.substring(start, end));
    }

    @Override
    public void close() {
        work.close();
        editor.close();
        preview.close();
    }
}
