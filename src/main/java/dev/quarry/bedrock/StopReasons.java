package dev.quarry.bedrock;

import dev.quarry.run.Outcome;

/// What the model's word for its end means for the answer.
final class StopReasons {

    private StopReasons() {}

    /// The outcome of a stream that ended in good order.
    ///
    /// @param stopReason as the service names it
    static Outcome outcome(String stopReason) {
        return switch (stopReason) {
            case "end_turn", "stop_sequence" -> new Outcome.Complete(stopReason);
            case "max_tokens", "model_context_window_exceeded" -> new Outcome.CutOff(stopReason);
            case "guardrail_intervened", "content_filtered" -> new Outcome.Blocked(stopReason);
            case "tool_use" ->
                new Outcome.Interrupted("The model stopped to call a tool, and it was offered none."
                        + " Run again, or ask it to go on without tools.");
            case "malformed_model_output", "malformed_tool_use" ->
                new Outcome.Interrupted("The service could not read what the model wrote next and stopped it ("
                        + stopReason + "). Continue, or run again.");
            default ->
                new Outcome.Interrupted("The model stopped for a reason that Quarry does not know: " + stopReason
                        + ". The answer may not be whole.");
        };
    }
}
