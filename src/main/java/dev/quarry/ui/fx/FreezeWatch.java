package dev.quarry.ui.fx;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notices when the FX thread does not get to its next task in time, and logs what it is at. A modal dialog is no
/// freeze, for events go on below it. Neither is a machine that sleeps or a process that is stopped: then the watch
/// does not get to run either, and starts to count anew.
public final class FreezeWatch implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int LOOKS_PER_LIMIT = 4;

    private final Executor fx;
    private final LongSupplier nanoTime;
    private final long limitNanos;
    private final Thread watcher;

    /// The task that the FX thread has not done yet, if any.
    private volatile @Nullable Beat pending;

    private volatile @Nullable Thread fxThread;
    private volatile boolean closed;

    // The watching thread only.
    private long lastLook;
    private long pendingSince;
    private long frozenSince;
    private boolean frozen;

    private final class Beat implements Runnable {
        @Override
        public void run() {
            fxThread = Thread.currentThread();
            pending = null;
        }
    }

    FreezeWatch(Executor fx, LongSupplier nanoTime, Duration limit) {
        this.fx = fx;
        this.nanoTime = nanoTime;
        limitNanos = limit.toNanos();
        lastLook = nanoTime.getAsLong();
        watcher = Thread.ofPlatform().daemon().name("freeze-watch").unstarted(this::watch);
    }

    /// Watches from now on, until it is closed; looks twice a second.
    public static FreezeWatch start() {
        return start(FxThread.LATER, LIMIT);
    }

    static FreezeWatch start(Executor fx, Duration limit) {
        var watch = new FreezeWatch(fx, System::nanoTime, limit);
        watch.watcher.start();
        return watch;
    }

    private void watch() {
        while (!closed) {
            look();
            LockSupport.parkNanos(limitNanos / LOOKS_PER_LIMIT);
        }
    }

    /// Looks once; to be called four times within the limit.
    void look() {
        var now = nanoTime.getAsLong();
        var slept = now - lastLook > limitNanos / 2;
        lastLook = now;
        if (pending == null) {
            if (frozen) {
                frozen = false;
                log().warn("the FX thread goes on after {} ms", TimeUnit.NANOSECONDS.toMillis(now - frozenSince));
            }
            var beat = new Beat();
            pending = beat;
            pendingSince = now;
            fx.execute(beat);
        } else if (slept) {
            pendingSince = now;
        } else if (!frozen && now - pendingSince > limitNanos) {
            frozen = true;
            frozenSince = pendingSince;
            log().warn("the FX thread has been busy for {} ms{}", (now - pendingSince) / 1_000_000, stack());
        }
    }

    private String stack() {
        var thread = fxThread;
        if (thread == null) {
            return " and has done nothing yet";
        }
        return Arrays.stream(thread.getStackTrace())
                .map(frame -> "\n    at " + frame)
                .collect(Collectors.joining());
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(watcher);
    }

    /// Made when there is something to say: a start without it needs no log.
    private static Logger log() {
        return LoggerFactory.getLogger(FreezeWatch.class);
    }
}
