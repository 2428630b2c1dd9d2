package dev.quarry.cli;

import dev.quarry.preset.Preset;
import dev.quarry.preset.Prompt;
import dev.quarry.run.ConnectionOptions;
import dev.quarry.run.InferenceSettings;
import dev.quarry.run.Message;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.RunRequest;
import java.util.List;

/// What `quarry run` was asked to do, read and checked: from here on only the connection can fail.
record Job(
        Preset preset,
        List<Work> works,
        String model,
        InferenceSettings inference,
        ConnectionOptions options,
        AnswerForm form) {

    /// One input and the prompt the preset made of it.
    record Work(Input input, Prompt prompt) {}

    /// What goes to standard output.
    enum AnswerForm {
        WHOLE,
        CODE,
        JSON
    }

    Job {
        works = List.copyOf(works);
    }

    /// The request for one of the inputs, over a connection that may have its own idea of the model.
    RunRequest request(Work work, ModelConnection connection) {
        return new RunRequest(
                connection.onlyModel().orElse(model),
                work.prompt().system(),
                List.of(Message.user(work.prompt().user())),
                inference);
    }
}
