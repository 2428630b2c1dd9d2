package dev.quarry.money;

import dev.quarry.run.TokenUsage;
import org.jspecify.annotations.Nullable;

/// What a run took and cost.
///
/// @param usage as the service counted it, or estimated when it did not
/// @param micros millionths of a US dollar; null when the model has no price
public record Bill(TokenUsage usage, @Nullable Long micros, TokenCount.Source source) {

    /// Of two parts of one answer.
    public Bill plus(Bill other) {
        return new Bill(
                usage.plus(other.usage),
                micros == null || other.micros == null ? null : (Long) (micros + other.micros),
                source == TokenCount.Source.COUNTED ? other.source : source);
    }
}
