package dev.quarry.ui.window;

import dev.quarry.language.Language;
import dev.quarry.run.RunRequest;
import java.time.LocalTime;

/// An answer that came before, as something to compare with.
///
/// @param what the task, or how the answer before was refined
/// @param at when it came, in this machine's time zone
record Earlier(String what, LocalTime at, RunRequest request, String answer, Language language) {}
