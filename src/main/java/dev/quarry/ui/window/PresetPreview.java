package dev.quarry.ui.window;

import dev.quarry.language.ErrorTrust;
import dev.quarry.language.Language;
import dev.quarry.language.syntax.SyntaxError;
import dev.quarry.model.ModelRules;
import dev.quarry.preset.Preset;
import dev.quarry.preset.PresetException;
import dev.quarry.preset.PresetFile;
import dev.quarry.preset.PromptTemplate;
import dev.quarry.run.Message;
import dev.quarry.run.ParameterChoices;
import dev.quarry.run.RunRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What comes of the text of a preset's file: the preset, and the request that it would send, placeholders in place of
/// credentials. May be used from any thread.
final class PresetPreview {
    private final ModelRules rules;
    private final Sending sending;

    /// Makes of a request what goes out for it. Any thread.
    interface Sending {

        /// What goes out for a request that was made of that input.
        RunRequest outgoing(RunRequest request, String input);
    }

    /// All that the request is made of.
    ///
    /// @param text of the file
    /// @param context what stands before the prompt
    /// @param model empty while none is named
    /// @param temperature 0.0 to 1.0
    record Job(
            String text,
            String input,
            Language language,
            Map<String, String> values,
            String context,
            String model,
            double temperature,
            ParameterChoices choices) {}

    /// @param preset null when the text is none
    /// @param request what it makes of the input, or why it makes nothing
    record Reading(
            String text, @Nullable Preset preset, @Nullable PresetException wrong, String request) {

        /// What is wrong with the text, as an editor marks it: the whole line, for the reader tells no columns.
        List<SyntaxError> errors() {
            if (wrong == null) {
                return List.of();
            }
            var on = SyntaxError.onLine(text, Math.max(1, wrong.line()), 0, wrong.sentence(), ErrorTrust.TRUSTED);
            return List.of(new SyntaxError(on.start(), on.end(), on.line(), 0, on.message(), on.trust(), on.excerpt()));
        }
    }

    PresetPreview(ModelRules rules, Sending sending) {
        this.rules = rules;
        this.sending = sending;
    }

    /// Blocks the first time, while the rules of the models are read.
    Reading read(Job job) {
        try {
            var preset = PresetFile.read(job.text());
            return new Reading(job.text(), preset, null, request(preset, job));
        } catch (PresetException e) {
            return new Reading(job.text(), null, e, "");
        }
    }

    private String request(Preset preset, Job job) {
        try {
            var values = new HashMap<>(job.values());
            values.keySet()
                    .removeIf(n ->
                            preset.parameters().stream().noneMatch(p -> p.name().equals(n)));
            var prompt = PromptTemplate.of(preset).render(job.input(), job.language(), values);
            var user = job.context() + prompt.user();
            var length = prompt.system().length() + user.length();
            var settings = rules.of(job.model()).settings(job.temperature(), job.choices(), preset.maxTokens(), length);
            var model = job.model().isEmpty() ? "?" : job.model();
            var request = new RunRequest(model, prompt.system(), List.of(Message.user(user)), settings);
            return RequestText.of(sending.outgoing(request, job.input()));
        } catch (PresetException e) {
            return e.sentence();
        }
    }
}
