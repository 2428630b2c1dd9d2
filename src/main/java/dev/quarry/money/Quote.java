package dev.quarry.money;

import org.jspecify.annotations.Nullable;

/// What a request will cost, as far as can be said before it is sent.
///
/// @param maxOutputTokens null when the request sets no limit
/// @param price null when none is known
public record Quote(
        TokenCount input,
        @Nullable Integer maxOutputTokens,
        @Nullable Price price) {

    /// The input alone, in millionths of a US dollar; null without a price.
    public @Nullable Long leastMicros() {
        return price == null ? null : (long) Math.ceil(input.tokens() * price.input());
    }

    /// The input and all output that is allowed, in millionths of a US dollar; null without a price or a
    /// limit.
    public @Nullable Long mostMicros() {
        return price == null || maxOutputTokens == null
                ? null
                : (long) Math.ceil(input.most() * price.input() + maxOutputTokens * price.output());
    }
}
