package dev.quarry.money;

import dev.quarry.run.ModelConnection;
import dev.quarry.run.RunRequest;

/// The tokens of a request before it is sent.
///
/// @param tokens as counted by the service, or as estimated
/// @param most what it will hardly be more than; the same as `tokens` when it was counted
public record TokenCount(long tokens, long most, Source source) {

    /// Where the number comes from.
    public enum Source {
        COUNTED,
        ESTIMATED
    }

    /// Counted by the service where it counts for the model, else estimated. Blocks for some seconds at most.
    public static TokenCount of(RunRequest request, ModelConnection to) throws InterruptedException {
        var counted = to.countTokens(request);
        return counted.isPresent() ? counted(counted.getAsLong()) : TokenEstimator.of(request);
    }

    public static TokenCount counted(long tokens) {
        return new TokenCount(tokens, tokens, Source.COUNTED);
    }
}
