package dev.quarry.history;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a task took of a model on a day.
///
/// @param day in this machine's time zone
/// @param tokensIn those read from and written to a cache included
/// @param costMicros millionths of a US dollar, of the runs whose cost is known; null when none is
/// @param unpriced how many runs have no known cost
public record UsageRow(
        LocalDate day,
        String task,
        String model,
        long runs,
        long tokensIn,
        long tokensOut,
        @Nullable Long costMicros,
        long unpriced) {}
