package dev.quarry.cli;

import org.jspecify.annotations.Nullable;

/// What keeps a run within bounds.
///
/// @param continuations how often the rest of an answer that is not whole is asked for
/// @param isPrivate whether the history does not keep the runs
/// @param runBudgetMicros the most that a run may cost, in millionths of a US dollar; null for what is set
record Safety(
        int continuations,
        Secrets secrets,
        boolean isPrivate,
        @Nullable Long runBudgetMicros) {

    /// What becomes of credentials in the input.
    enum Secrets {
        REFUSE,
        PLACEHOLDERS,
        AS_IS
    }
}
