package dev.quarry.check.tool;

import java.time.Duration;

/// How a tool ended.
///
/// @param how it came to its end
/// @param exitCode what it said; 0 unless it ended by itself
/// @param output the first of what it wrote to standard output and standard error, in the order it came
/// @param elapsed from its start to its end
public record ToolOutcome(How how, int exitCode, String output, Duration elapsed) {

    /// The ways to end.
    public enum How {
        ENDED,
        TIMED_OUT,
        NOT_STARTED
    }
}
