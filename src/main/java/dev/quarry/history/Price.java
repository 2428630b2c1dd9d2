package dev.quarry.history;

import dev.quarry.run.RunRequest;
import dev.quarry.run.TokenUsage;
import org.jspecify.annotations.Nullable;

/// What runs cost.
@FunctionalInterface
public interface Price {

    /// No price is known.
    Price UNKNOWN = (request, usage, received) -> null;

    /// What a run cost that is over.
    ///
    /// @param usage as the service counted it; none when it did not
    /// @param received the answer, by which the usage can be estimated then
    /// @return millionths of a US dollar; null when the price of the model is not known
    @Nullable
    Long costMicros(RunRequest request, TokenUsage usage, String received);
}
