package dev.quarry.run;

import java.util.List;

/// What is asked of a model, complete: nothing is added to it on the way out.
///
/// @param model a model ID, an inference profile ID or an ARN
/// @param system the system prompt; empty for none
/// @param messages the turns so far, oldest first; at least one, the last one the user's
public record RunRequest(String model, String system, List<Message> messages, InferenceSettings settings) {

    /// Of all its texts, in UTF-16 units.
    public int length() {
        return system.length()
                + messages.stream().mapToInt(m -> m.text().length()).sum();
    }

    /// The same, asked for in another way.
    public RunRequest with(InferenceSettings other) {
        return new RunRequest(model, system, messages, other);
    }

    public RunRequest {
        if (model.isBlank()) {
            throw new IllegalArgumentException("a request names a model");
        }
        messages = List.copyOf(messages);
        if (messages.isEmpty() || messages.getLast().role() != Message.Role.USER) {
            throw new IllegalArgumentException("a request ends with a user's turn");
        }
    }
}
