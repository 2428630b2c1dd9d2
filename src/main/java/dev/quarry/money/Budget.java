package dev.quarry.money;

import org.jspecify.annotations.Nullable;

/// What may be spent, in millionths of a US dollar, above 0. Null is no limit.
///
/// @param perDayMicros for all runs of a day, as this machine's clock has it
public record Budget(@Nullable Long perDayMicros, @Nullable Long perRunMicros) {

    public static final Budget NONE = new Budget(null, null);

    public Budget {
        if ((perDayMicros != null && perDayMicros < 1) || (perRunMicros != null && perRunMicros < 1)) {
            throw new IllegalArgumentException("a budget is more than 0");
        }
    }

    /// The same, with another limit for a run.
    public Budget withRun(@Nullable Long micros) {
        return new Budget(perDayMicros, micros);
    }

    public boolean isUnlimited() {
        return perDayMicros == null && perRunMicros == null;
    }
}
