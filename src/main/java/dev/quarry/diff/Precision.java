package dev.quarry.diff;

/// How far a comparison got.
public enum Precision {
    /// The algorithm ran to its end.
    FULL,
    /// The time was up or the thread was interrupted: some hunks are larger than they need be. The hunks still
    /// turn the left text into the right one.
    COARSE
}
