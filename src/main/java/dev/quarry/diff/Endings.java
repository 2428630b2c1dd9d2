package dev.quarry.diff;

/// Whether a line that only ends differently (LF, CRLF, CR) is a difference.
public enum Endings {
    /// It is not. Lines that a review takes from the right get the left side's main ending.
    ADAPT_TO_LEFT,
    /// It is, and a review takes the right side's endings as they are.
    COMPARE
}
