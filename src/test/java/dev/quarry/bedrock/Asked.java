package dev.quarry.bedrock;

import dev.quarry.run.InferenceSettings;
import dev.quarry.run.Message;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunEvent;
import dev.quarry.run.RunException;
import dev.quarry.run.RunRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What one attempt told, and how it ended: by an outcome or by an exception.
record Asked(List<RunEvent> events, Outcome outcome, RunException refusal) {
    static final String MODEL = "eu.amazon.nova-pro-v1:0";

    static RunRequest request(String prompt) {
        return new RunRequest(MODEL, "You are terse.", List.of(Message.user(prompt)), InferenceSettings.MODEL_DEFAULTS);
    }

    static Asked of(ModelConnection connection) throws InterruptedException {
        return of(connection, request("Say hello"));
    }

    static Asked of(ModelConnection connection, RunRequest request) throws InterruptedException {
        return of(connection, request, _ -> {});
    }

    /// As the others, and tells the listener of each event.
    static Asked of(ModelConnection connection, RunRequest request, Consumer<RunEvent> listener)
            throws InterruptedException {
        var events = new ArrayList<RunEvent>();
        try {
            var outcome = connection.converse(request, event -> {
                events.add(event);
                listener.accept(event);
            });
            return new Asked(List.copyOf(events), outcome, null);
        } catch (RunException e) {
            return new Asked(List.copyOf(events), null, e);
        }
    }

    String text() {
        return events.stream()
                .filter(RunEvent.Text.class::isInstance)
                .map(event -> ((RunEvent.Text) event).piece())
                .collect(Collectors.joining());
    }
}
