package dev.quarry.ui.window;

import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.preset.Preset;
import dev.quarry.preset.PresetException;
import dev.quarry.preset.PromptTemplate;
import dev.quarry.run.Message;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.RunRequest;
import dev.quarry.ui.control.Banner;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.conversation.ContextModel;
import dev.quarry.ui.editor.CodeEditor;
import dev.quarry.ui.editor.InputModel;
import dev.quarry.ui.task.TaskModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes requests of what task and input panes hold, and fills those panes. FX thread only.
final class RequestDesk {

    /// More than any model takes in; a slip of the clipboard rather than a task.
    private static final int LONGEST_INPUT = 2_000_000;

    private final TaskModel task;
    private final InputModel input;
    private final CodeEditor editor;
    private final ContextModel context;

    RequestDesk(TaskModel task, InputModel input, CodeEditor editor, ContextModel context) {
        this.task = task;
        this.input = input;
        this.editor = editor;
        this.context = context;
    }

    /// The request that would be sent now.
    ///
    /// @param to null while nothing is connected
    /// @param said where to say what is missing
    /// @return empty when something is missing
    Optional<Asked> ask(@Nullable ModelConnection to, Banner said) {
        var preset = task.currentProperty().getValue();
        if (preset == null) {
            return refuse(said, Texts.of("run.noPreset"));
        }
        var text = editor.text();
        if (text.isBlank()) {
            return refuse(said, Texts.of(preset.input() == Preset.Input.CODE ? "run.noCode" : "run.noText"));
        }
        if (text.length() > LONGEST_INPUT) {
            return refuse(said, Texts.of("run.tooLong", text.length() / 1_000_000.0, LONGEST_INPUT / 1_000_000));
        }
        var model = model(to);
        if (model.isEmpty()) {
            return refuse(said, Texts.of("run.noModel"));
        }
        try {
            var language = input.languageProperty().get();
            var prompt = PromptTemplate.of(preset).render(text, language, task.values());
            var user = context.prompt() + prompt.user();
            var settings = task.settings(model, prompt.system().length() + user.length());
            var request = new RunRequest(model, prompt.system(), List.of(Message.user(user)), settings);
            return Optional.of(new Asked(preset, task.values(), language, text, "", request));
        } catch (PresetException e) {
            return refuse(said, e.getMessage());
        }
    }

    private static Optional<Asked> refuse(Banner said, @Nullable String sentence) {
        said.show(Banner.Level.WARNING, sentence == null ? Texts.of("run.failed") : sentence);
        return Optional.empty();
    }

    private String model(@Nullable ModelConnection to) {
        var chosen = task.modelProperty().get().strip();
        return to == null ? chosen : to.onlyModel().orElse(chosen);
    }

    /// The request that goes on with an answer.
    ///
    /// @param before what the conversation was begun with
    /// @param instruction what is to become of the answer
    Asked refine(Asked before, RunKeeper.Turn answer, ModelConnection to, String instruction) {
        var sent = answer.request();
        var messages = new ArrayList<>(sent.messages());
        messages.add(Message.assistant(answer.answer().isBlank() ? "…" : answer.answer()));
        messages.add(Message.user(instruction));
        var chosen = model(to);
        var model = chosen.isEmpty() ? sent.model() : chosen;
        var request = new RunRequest(model, sent.system(), messages, sent.settings());
        return before.instructed(instruction).sending(request.with(task.settings(model, request.length())));
    }

    /// The language that the answer to a preset is written in, with the fields as they are filled in.
    Language answerLanguage(Preset preset) {
        var parameter = preset.outputLanguage();
        return parameter == null
                ? input.languageProperty().get()
                : Languages.named(task.values().getOrDefault(parameter, "")).orElse(Languages.PLAIN_TEXT);
    }

    /// The task that is picked, when it has that name.
    Optional<Preset> picked(String name) {
        return Optional.ofNullable(task.presetProperty().get())
                .filter(p -> p.name().equals(name));
    }

    /// Puts task and input into the panes.
    void fill(String taskName, Map<String, String> values, String text, Language language) {
        task.pick(taskName);
        picked(taskName).ifPresent(preset -> {
            for (var parameter : preset.parameters()) {
                var value = values.get(parameter.name());
                if (value != null) {
                    task.valueOf(preset, parameter).set(value);
                }
            }
        });
        if (!editor.text().equals(text)) {
            editor.replaceAll(text);
        }
        input.choose(language);
    }

    /// Sets what the request was sent with.
    void fillSettings(RunRequest request) {
        task.modelProperty().set(request.model());
        var temperature = request.settings().temperature();
        if (temperature != null) {
            task.temperatureProperty().set(temperature);
        }
    }

    /// Puts code that comes from no file into the input pane.
    void replaceInput(String code, Language language) {
        editor.replaceAll(code);
        input.fileProperty().set(null);
        input.choose(language);
        editor.requestFocus();
    }

    boolean isBlank() {
        return editor.text().isBlank();
    }

    void focusInput() {
        editor.requestFocus();
    }
}
