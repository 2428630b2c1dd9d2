package dev.quarry.cli;

import dev.quarry.language.Language;
import org.jspecify.annotations.Nullable;

/// One text to run a preset on.
///
/// @param file as it was named, or null for standard input and samples
record Input(@Nullable String file, String text, Language language) {}
