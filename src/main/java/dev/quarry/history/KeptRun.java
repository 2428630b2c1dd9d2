package dev.quarry.history;

import org.jspecify.annotations.Nullable;

/// A run as it was kept, whole.
///
/// @param answer what was received, whatever the outcome
/// @param end null while it goes on
/// @param verdict null when nothing was checked
/// @param name what the user called it, or null
/// @param view how the panes looked, as the window wrote it down; empty when it did not
public record KeptRun(
        long id,
        RunStart start,
        String answer,
        @Nullable RunEnd end,
        @Nullable Verdict verdict,
        boolean pinned,
        @Nullable String name,
        String view) {

    /// The first run of the conversation that this one belongs to; its own ID when it began one.
    public long conversation() {
        var first = start.conversation();
        return first == null ? id : first;
    }
}
