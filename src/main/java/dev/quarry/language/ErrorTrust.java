package dev.quarry.language;

/// How far a syntax error that a language's parser reports may be believed.
public enum ErrorTrust {
    /// At most 2 of 100 valid files are reported: show as an error.
    TRUSTED,
    /// At most 1 of 10 valid files is reported: show as a possible error.
    POSSIBLE,
    /// Valid code is often reported: do not show, except where the code before did not have it.
    NONE
}
