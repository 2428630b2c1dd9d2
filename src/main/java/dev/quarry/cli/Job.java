package dev.quarry.cli;

import dev.quarry.model.ModelRules;
import dev.quarry.model.ModelTakes;
import dev.quarry.preset.Preset;
import dev.quarry.preset.Prompt;
import dev.quarry.run.ConnectionOptions;
import dev.quarry.run.InferenceParameter;
import dev.quarry.run.InferenceSettings;
import dev.quarry.run.Message;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.ParameterChoices;
import dev.quarry.run.RunRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `quarry run` was asked to do, read and checked: from here on only the connection can fail.
///
/// @param repairs how often errors may go back to the model, or [#UNCHECKED]
/// @param temperature null to send none
/// @param temperatureAsked whether the user named the temperature, and not the preset's author
record Job(
        Preset preset,
        List<Work> works,
        String model,
        @Nullable Double temperature,
        ParameterChoices choices,
        boolean temperatureAsked,
        ConnectionOptions options,
        AnswerForm form,
        int repairs,
        Safety safety) {

    /// For [#repairs]: the answers are not checked.
    static final int UNCHECKED = -1;

    /// One input and the prompt the preset made of it.
    record Work(Input input, Map<String, String> values, Prompt prompt) {}

    /// What goes to standard output.
    enum AnswerForm {
        WHOLE,
        CODE,
        JSON
    }

    Job {
        works = List.copyOf(works);
    }

    boolean checks() {
        return repairs != UNCHECKED;
    }

    /// The model that answers over a connection, which may have its own idea of it.
    String modelOver(ModelConnection connection) {
        return connection.onlyModel().orElse(model);
    }

    /// What was asked for and is not sent, each in a sentence.
    List<String> lost(ModelTakes takes) {
        var sentences = new ArrayList<String>();
        if (temperature != null && temperatureAsked) {
            takes.refusal(InferenceParameter.TEMPERATURE).ifPresent(sentences::add);
        }
        var asked = new InferenceSettings(
                null,
                choices.topP(),
                null,
                choices.stopSequences(),
                null,
                choices.tier(),
                choices.fast(),
                choices.caching(),
                null,
                choices.metadata());
        for (var parameter : InferenceParameter.values()) {
            if (asked.has(parameter)) {
                takes.refusal(parameter).ifPresent(sentences::add);
            }
        }
        var level = choices.reasoning();
        if (level != null) {
            takes.refusal(InferenceParameter.REASONING)
                    .or(() -> takes.unknownReasoning(level))
                    .ifPresent(sentences::add);
        }
        return sentences;
    }

    RunRequest request(Work work, ModelConnection connection, ModelRules rules) {
        var answering = modelOver(connection);
        var prompt = work.prompt();
        var settings = rules.of(answering)
                .settings(
                        temperature,
                        choices,
                        preset.maxTokens(),
                        prompt.system().length() + prompt.user().length());
        return new RunRequest(answering, prompt.system(), List.of(Message.user(prompt.user())), settings);
    }
}
