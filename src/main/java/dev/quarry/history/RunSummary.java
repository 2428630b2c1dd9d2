package dev.quarry.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A run as a list shows it.
///
/// @param title one line of what was asked
/// @param outcome the code of the outcome; null while the run goes on
/// @param passed what the checks said; null when nothing was checked
/// @param name what the user called it, or null
/// @param costMicros millionths of a US dollar; null when the price is not known, or the run goes on
public record RunSummary(
        long id,
        Instant begun,
        String task,
        String language,
        String model,
        String title,
        @Nullable String outcome,
        @Nullable Boolean passed,
        boolean pinned,
        @Nullable String name,
        @Nullable Long costMicros,
        Origin origin) {}
