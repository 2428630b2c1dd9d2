package dev.quarry.run;

/// How a run ended. Every run ends in exactly one; what was received before is kept in each of them.
public sealed interface Outcome {

    /// The model said it was done, and the service closed the books: the answer is whole.
    ///
    /// @param stopReason as the service names it: `end_turn` or `stop_sequence`
    record Complete(String stopReason) implements Outcome {}

    /// The model ran into a limit: the answer stops in the middle.
    ///
    /// @param stopReason as the service names it, such as `max_tokens`
    record CutOff(String stopReason) implements Outcome {}

    /// The stream ended without the model saying so: connection lost, stalled, or closed early.
    ///
    /// @param sentence what happened, for the user
    record Interrupted(String sentence) implements Outcome {}

    /// A guardrail or content filter stopped the answer.
    record Blocked(String stopReason) implements Outcome {}

    /// The user stopped it.
    record Cancelled() implements Outcome {}

    /// The service refused the request or broke off with an error.
    record Failed(RunException error) implements Outcome {}

    /// The name of the contract: COMPLETE, CUT_OFF, INTERRUPTED, BLOCKED, CANCELLED, FAILED. Written to JSON and
    /// history.
    default String code() {
        return switch (this) {
            case Complete c -> "COMPLETE";
            case CutOff c -> "CUT_OFF";
            case Interrupted i -> "INTERRUPTED";
            case Blocked b -> "BLOCKED";
            case Cancelled c -> "CANCELLED";
            case Failed f -> "FAILED";
        };
    }

    /// Whether the model may be asked to go on where the answer stops.
    default boolean offersContinue() {
        return this instanceof CutOff || this instanceof Interrupted;
    }
}
