package dev.quarry.diff.review;

/// What the reviewer made of a difference.
public enum Decision {
    /// Nothing yet: the result has the left side's text.
    UNDECIDED,
    /// The result has the right side's text.
    ACCEPTED,
    /// The result has the left side's text, for good.
    REJECTED
}
