package dev.quarry.diff.review;

/// Where a hunk stands.
public enum HunkState {
    UNDECIDED,
    ACCEPTED,
    REJECTED,
    /// Its rows are not all decided alike.
    MIXED,
    /// Its text in the result was written by hand and is no combination of both sides' rows.
    EDITED
}
