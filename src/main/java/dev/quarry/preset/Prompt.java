package dev.quarry.preset;

/// What a preset made of an input: the text for the model, complete.
///
/// @param system may be empty
/// @param user never blank
public record Prompt(String system, String user) {}
