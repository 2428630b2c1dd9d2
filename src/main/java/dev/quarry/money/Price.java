package dev.quarry.money;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.quarry.run.TokenUsage;
import org.jspecify.annotations.Nullable;

/// What the tokens of one model cost, in US dollars for a million of them, which is millionths of a dollar
/// for one. All at least 0.
///
/// @param cacheRead null to count what is read from the cache as other input, which costs more
/// @param cacheWrite null to count it as other input
public record Price(
        @JsonProperty(required = true) double input,
        @JsonProperty(required = true) double output,
        @Nullable Double cacheRead,
        @Nullable Double cacheWrite) {

    public Price {
        if (!(input >= 0 && output >= 0)
                || (cacheRead != null && !(cacheRead >= 0))
                || (cacheWrite != null && !(cacheWrite >= 0))) {
            throw new IllegalArgumentException("a price is a number from 0 on");
        }
    }

    /// In millionths of a US dollar, rounded up: less is never shown than is paid.
    public long costMicros(TokenUsage usage) {
        return (long) Math.ceil(usage.input() * input
                + usage.output() * output
                + usage.cacheRead() * (cacheRead == null ? input : cacheRead)
                + usage.cacheWrite() * (cacheWrite == null ? input : cacheWrite));
    }
}
