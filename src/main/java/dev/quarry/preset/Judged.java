package dev.quarry.preset;

import dev.quarry.language.Language;

/// An answer to be judged, and what it answers.
///
/// @param code the code in the answer; empty when there is none
/// @param language of the code
/// @param source the language of the input
public record Judged(String answer, String code, Language language, String input, Language source) {}
