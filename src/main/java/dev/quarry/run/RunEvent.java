package dev.quarry.run;

import java.time.Duration;

/// What is told of a run while it goes on, in order: Started, then any of the middle ones, then exactly one
/// Ended. Events come on the run's worker thread, never two at once.
public sealed interface RunEvent {

    /// An attempt is on its way to the service.
    ///
    /// @param attempt 1 for the first
    record Started(String model, String connection, int attempt) implements RunEvent {}

    /// A piece of the answer, as small as the service sends it. Never empty.
    record Text(String piece) implements RunEvent {}

    /// A piece of the model's reasoning, which is not part of the answer. Never empty.
    record Reasoning(String piece) implements RunEvent {}

    /// The attempt failed before any text came, and the next one follows after the delay; or the account was
    /// throttled, and the attempt waits for another run of it to end.
    ///
    /// @param nextAttempt 2 for the first retry
    /// @param delay zero when nobody knows how long
    record Retrying(int nextAttempt, Duration delay, RunException error) implements RunEvent {}

    /// The service refused one parameter, so the request is sent again without it.
    ///
    /// @param sentence for the user
    record Dropped(InferenceParameter parameter, String sentence) implements RunEvent {}

    /// What the service counted. Comes at most once per attempt, near its end.
    ///
    /// @param serverLatency as the service measured it
    record Usage(TokenUsage tokens, Duration serverLatency) implements RunEvent {}

    /// The run is over. Nothing comes after it.
    record Ended(Outcome outcome) implements RunEvent {}
}
