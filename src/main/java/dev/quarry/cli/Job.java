package dev.quarry.cli;

import dev.quarry.preset.Preset;
import dev.quarry.preset.Prompt;
import dev.quarry.run.ConnectionOptions;
import dev.quarry.run.InferenceSettings;
import dev.quarry.run.Message;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.RunRequest;
import dev.quarry.run.SamplingRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What `quarry run` was asked to do, read and checked: from here on only the connection can fail.
///
/// @param repairs how often errors may go back to the model, or [#UNCHECKED]
/// @param temperatureAsked whether the user named the temperature, and not the preset's author
record Job(
        Preset preset,
        List<Work> works,
        String model,
        InferenceSettings inference,
        boolean temperatureAsked,
        ConnectionOptions options,
        AnswerForm form,
        int repairs) {

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

    /// Why the temperature is not sent, if it is not and was asked for.
    Optional<String> lostTemperature(ModelConnection connection) {
        return inference.temperature() != null && temperatureAsked
                ? SamplingRules.refusesTemperature(modelOver(connection))
                : Optional.empty();
    }

    RunRequest request(Work work, ModelConnection connection) {
        var answering = modelOver(connection);
        var refuses = SamplingRules.refusesTemperature(answering).isPresent();
        return new RunRequest(
                answering,
                work.prompt().system(),
                List.of(Message.user(work.prompt().user())),
                new InferenceSettings(
                        refuses ? null : inference.temperature(),
                        inference.topP(),
                        inference.maxTokens(),
                        inference.stopSequences()));
    }
}
