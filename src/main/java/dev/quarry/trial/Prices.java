package dev.quarry.trial;

import dev.quarry.run.TokenUsage;
import java.util.OptionalDouble;

/// What tokens cost.
@FunctionalInterface
public interface Prices {

    /// In US dollars; empty when the model's price is not known, which is not the same as nothing.
    OptionalDouble dollars(String model, TokenUsage usage);
}
