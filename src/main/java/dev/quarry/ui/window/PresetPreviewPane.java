package dev.quarry.ui.window;

import dev.quarry.language.Highlighter;
import dev.quarry.preset.Preset;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.editor.CodeEditor;
import dev.quarry.ui.editor.InputModel;
import dev.quarry.ui.fx.LatestWork;
import dev.quarry.ui.task.TaskModel;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import org.jspecify.annotations.Nullable;

/// The request that a preset makes of the input, made anew whenever anything it is made of changes. FX thread only.
final class PresetPreviewPane implements AutoCloseable {
    private static final long REST_MILLIS = 60;

    private final TaskModel task;
    private final InputModel input;
    private final CodeEditor inputEditor;
    private final Supplier<String> file;
    private final CodeEditor shown;
    private final LatestWork<PresetPreview.Job, PresetPreview.Reading> work;
    private final InvalidationListener valueListener = observable -> request();
    private Supplier<String> context = () -> "";
    private Supplier<String> model;
    private boolean on;

    /// The preset whose request is shown; empty before one is.
    private String previewed = "";

    /// @param file the text of the preset's file
    /// @param onRead told what it says
    PresetPreviewPane(
            TaskModel task,
            InputModel input,
            CodeEditor inputEditor,
            Highlighter highlighter,
            PresetPreview reader,
            Supplier<String> file,
            Consumer<PresetPreview.Reading> onRead) {
        this.task = task;
        this.input = input;
        this.inputEditor = inputEditor;
        this.file = file;
        model = () -> task.modelProperty().get().strip();
        shown = CodeEditor.readOnly("preset-preview", highlighter);
        shown.setAreaAccessibleText(Texts.of("presets.preview"));
        shown.wrapProperty().set(true);
        work = new LatestWork<>("preset-preview", REST_MILLIS, this::job, reader::read, onRead);
        inputEditor.onChange(this::request);
        task.currentProperty().addListener((o, was, is) -> watchValues(is));
        task.modelProperty().addListener((o, was, is) -> request());
        task.choicesProperty().addListener((o, was, is) -> request());
        task.temperatureProperty().addListener((o, was, is) -> request());
        input.languageProperty().addListener((o, was, is) -> request());
    }

    CodeEditor node() {
        return shown;
    }

    /// What it takes from elsewhere.
    ///
    /// @param answering the model that a run would go to; empty while none is named
    /// @param before what stands before the prompt
    void with(Supplier<String> answering, Supplier<String> before) {
        model = answering;
        context = before;
    }

    /// Whether anybody looks.
    void setOn(boolean looked) {
        on = looked;
    }

    /// Asks for the request to be made anew.
    void request() {
        if (on) {
            work.request();
        }
    }

    private void watchValues(@Nullable Preset preset) {
        if (preset != null && on) {
            preset.parameters().forEach(p -> {
                var value = task.valueOf(preset, p);
                value.removeListener(valueListener);
                value.addListener(valueListener);
            });
            work.request();
        }
    }

    private PresetPreview.Job job() {
        return new PresetPreview.Job(
                file.get(),
                inputEditor.text(),
                input.languageProperty().get(),
                task.values(),
                context.get(),
                model.get(),
                task.shownTemperature(),
                task.choicesProperty().get());
    }

    /// Shows the request; where the text makes none, the last one stays.
    void show(String preset, PresetPreview.Reading reading) {
        if (reading.wrong() != null) {
            return;
        }
        if (!previewed.equals(preset)) {
            previewed = preset;
            shown.replaceAll(reading.request());
        } else if (!shown.text().equals(reading.request())) {
            shown.change(reading.request());
        }
    }

    @Override
    public void close() {
        work.close();
        shown.close();
    }
}
