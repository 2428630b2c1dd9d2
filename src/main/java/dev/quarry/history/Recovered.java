package dev.quarry.history;

import java.util.Optional;

/// What a Quarry that ended without closing has left behind.
///
/// @param run the last run that was still going on, as far as it was written
/// @param draft the input as it was last edited
public record Recovered(Optional<KeptRun> run, Optional<Draft> draft) {

    public boolean isEmpty() {
        return run.isEmpty() && draft.isEmpty();
    }
}
