package dev.quarry.bedrock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Notices that the machine slept while a stream was open. The timers of the client stand still meanwhile,
/// and would wait out the idle limit once more for a connection that is long gone.
final class SleepWatch {
    /// Clocks are set by less while a machine is awake.
    private static final Duration A_NAP = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final Duration idle;
    private Instant last;
    private long lastNanos; // of a clock that stands still while the machine sleeps
    private boolean warned;

    SleepWatch(InstantSource clock, Duration idle) {
        this.clock = clock;
        this.idle = idle;
        last = clock.instant();
        lastNanos = System.nanoTime();
    }

    void somethingCame() {
        last = clock.instant();
        lastNanos = System.nanoTime();
        warned = false;
    }

    /// Asked while nothing comes. What has reached the machine before it slept gets the time until the next
    /// question to be read, so it is never the first answer after a sleep.
    boolean hasOverslept() {
        var silent = Duration.between(last, clock.instant());
        var asleep = silent.minusNanos(System.nanoTime() - lastNanos);
        if (silent.compareTo(idle) < 0 || asleep.compareTo(A_NAP) < 0) {
            return false;
        }
        var already = warned;
        warned = true;
        return already;
    }
}
