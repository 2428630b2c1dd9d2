package dev.quarry.history;

import dev.quarry.run.Outcome;
import dev.quarry.run.TokenUsage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How a run ended and what it took.
///
/// @param toFirstPiece zero when no piece came
/// @param costMicros millionths of a US dollar; null when the price is not known
public record RunEnd(
        Outcome outcome,
        TokenUsage usage,
        Duration toFirstPiece,
        Duration elapsed,
        @Nullable Long costMicros) {}
