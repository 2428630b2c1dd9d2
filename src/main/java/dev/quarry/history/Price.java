package dev.quarry.history;

import dev.quarry.run.TokenUsage;
import org.jspecify.annotations.Nullable;

/// What tokens cost.
@FunctionalInterface
public interface Price {

    /// No price is known.
    Price UNKNOWN = (model, usage) -> null;

    /// What these tokens cost.
    ///
    /// @return millionths of a US dollar; null when the price of the model is not known
    @Nullable
    Long costMicros(String model, TokenUsage usage);
}
