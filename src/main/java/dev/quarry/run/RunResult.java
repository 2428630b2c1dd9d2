package dev.quarry.run;

import java.time.Duration;

/// A run that is over: what came, and how it ended.
///
/// @param answer all text received, whatever the outcome
/// @param connection the label of the connection that answered
/// @param attempts 1 when nothing had to be sent again
/// @param toFirstPiece from the start of the run to the first piece of text or reasoning; zero when none came
/// @param elapsed from the start of the run to its end, waits between attempts included
public record RunResult(
        String answer,
        String reasoning,
        Outcome outcome,
        TokenUsage usage,
        String model,
        String connection,
        int attempts,
        Duration toFirstPiece,
        Duration elapsed) {}
