package dev.quarry.language.detect;

import dev.quarry.language.Language;

/// What a text was taken for.
///
/// @param language [dev.quarry.language.Languages#PLAIN_TEXT] when nothing fits
/// @param confidence from 0 to 1
/// @param sure whether the language may be taken without asking; else show it with a question mark
public record Detection(Language language, double confidence, boolean sure) {}
