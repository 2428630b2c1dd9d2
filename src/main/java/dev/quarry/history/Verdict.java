package dev.quarry.history;

/// What the checks said of an answer.
///
/// @param passed whether nothing was found wrong
/// @param detail for whoever made the verdict to read again; JSON or text
public record Verdict(boolean passed, String detail) {}
