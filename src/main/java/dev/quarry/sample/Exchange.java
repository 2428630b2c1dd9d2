package dev.quarry.sample;

/// One request the endpoint answers, and the answer it gives.
///
/// @param system the system prompt, complete; empty for none
/// @param user the text of the one user turn, complete
/// @param answer Markdown
public record Exchange(String system, String user, String answer) {}
