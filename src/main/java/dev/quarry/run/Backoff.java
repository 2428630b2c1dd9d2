package dev.quarry.run;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/// How long to wait before a request is sent again: the ceiling doubles with each retry, and the wait is drawn
/// evenly from nothing up to it ("full jitter"; M. Brooker, Exponential Backoff And Jitter, AWS Architecture
/// Blog, 2015), so that many callers who were refused together do not come back together.
///
/// @param first the ceiling of the first wait
/// @param longest no ceiling grows beyond it
/// @param jitter draws from 0 inclusive to 1 exclusive; called by several threads
public record Backoff(Duration first, Duration longest, DoubleSupplier jitter) {

    /// What a person can still watch: at most 1, 2 and 4 s for the three retries of a run.
    public static final Backoff USUAL = new Backoff(
            Duration.ofSeconds(1),
            Duration.ofSeconds(20),
            () -> ThreadLocalRandom.current().nextDouble());

    /// Sends again at once.
    public static final Backoff NONE = new Backoff(Duration.ZERO, Duration.ZERO, () -> 0);

    /// Draws the wait before a retry.
    ///
    /// @param retry 1 before the second attempt
    /// @param asked what the service asked for; the wait is never shorter
    public Duration before(int retry, @Nullable Duration asked) {
        if (retry < 1) {
            throw new IllegalArgumentException("retries are counted from 1, not " + retry);
        }
        var ceiling = Math.min(Math.scalb((double) first.toNanos(), retry - 1), (double) longest.toNanos());
        var drawn = Duration.ofNanos((long) (ceiling * jitter.getAsDouble()));
        return asked != null && asked.compareTo(drawn) > 0 ? asked : drawn;
    }
}
