package dev.quarry.diff;

import java.time.Duration;

/// How two texts are compared.
///
/// @param whitespace how much of the whitespace counts
/// @param endings whether line endings count
/// @param timeLimit after this the comparison ends with a coarser result, marked [Precision#COARSE]
public record DiffOptions(Whitespace whitespace, Endings endings, Duration timeLimit) {

    /// Every character counts but line endings; two seconds at most.
    public static final DiffOptions STANDARD =
            new DiffOptions(Whitespace.KEEP, Endings.ADAPT_TO_LEFT, Duration.ofSeconds(2));

    public DiffOptions with(Whitespace other) {
        return new DiffOptions(other, endings, timeLimit);
    }

    public DiffOptions with(Endings other) {
        return new DiffOptions(whitespace, other, timeLimit);
    }

    public DiffOptions within(Duration limit) {
        return new DiffOptions(whitespace, endings, limit);
    }
}
