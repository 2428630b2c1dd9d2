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
        Duration elapsed) {

    /// The two parts of an answer that was cut off and continued, as one: texts joined at their seam, tokens,
    /// attempts and time added up, and the end of the later part.
    public RunResult followedBy(RunResult rest) {
        var seam = new Seam(answer);
        return new RunResult(
                seam.base() + seam.take(rest.answer) + seam.finish(),
                reasoning + rest.reasoning,
                rest.outcome,
                usage.plus(rest.usage),
                model,
                connection,
                attempts + rest.attempts,
                toFirstPiece,
                elapsed.plus(rest.elapsed));
    }

    /// The same with another answer.
    public RunResult withAnswer(String other) {
        return new RunResult(other, reasoning, outcome, usage, model, connection, attempts, toFirstPiece, elapsed);
    }
}
