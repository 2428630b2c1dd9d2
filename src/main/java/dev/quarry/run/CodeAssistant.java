package dev.quarry.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The shared service: window, command line and folder runs all ask it, and each of their runs goes through
/// it. May be used from any thread.
///
/// An attempt that fails before the first piece of the answer is made again when its [RunException] says that
/// this may help; once a piece has come nothing is ever sent again, so that no text comes twice. A request
/// that is refused because of one parameter is sent again without it, and that is told.
public final class CodeAssistant implements AutoCloseable {

    /// The first attempt and its retries.
    static final int MOST_ATTEMPTS = 4;

    /// A service that asks for a longer pause than this is not waited for.
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(CodeAssistant.class);

    private final Backoff backoff;
    private final Lessons lessons;
    private final Object lock = new Object();
    private final Set<ActiveRun> active = new HashSet<>(); // guarded by lock
    private final Map<String, AccountLimiter> limiters = new HashMap<>(); // by connection; guarded by lock
    private long started; // guarded by lock
    private boolean closed; // guarded by lock

    public CodeAssistant() {
        this(Backoff.USUAL);
    }

    /// Waits as usual between attempts.
    ///
    /// @param lessons told what the service refuses
    public CodeAssistant(Lessons lessons) {
        this(Backoff.USUAL, lessons);
    }

    public CodeAssistant(Backoff backoff) {
        this(backoff, Lessons.NONE);
    }

    public CodeAssistant(Backoff backoff, Lessons lessons) {
        this.backoff = backoff;
        this.lessons = lessons;
    }

    /// Starts a run on a worker of its own and returns at once. A run that is cancelled before it could begin
    /// tells nothing but its end.
    ///
    /// @param sink is called on the worker's thread, one event at a time, [RunEvent.Ended] last and exactly
    ///     once. It is never interrupted; what it holds up holds up the run. When it throws, the run ends as
    ///     a bug
    /// @throws IllegalStateException after [#close]
    public Run run(ModelConnection connection, RunRequest request, Consumer<? super RunEvent> sink) {
        ActiveRun run;
        synchronized (lock) {
            if (closed) {
                throw new IllegalStateException("the service is closed");
            }
            started++;
            var limiter = limiters.computeIfAbsent(connection.label(), label -> new AccountLimiter());
            run = new ActiveRun("run-" + started, connection, request, sink, backoff, lessons, limiter, this::forget);
            active.add(run);
        }
        run.start();
        return run;
    }

    /// Cancels what is running and waits for it, at most some seconds.
    @Override
    public void close() {
        List<ActiveRun> left;
        synchronized (lock) {
            closed = true;
            left = List.copyOf(active);
        }
        left.forEach(ActiveRun::cancel);
        var deadline = System.nanoTime() + PATIENCE_AT_CLOSE.toNanos();
        try {
            for (var run : left) {
                if (!run.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    log.warn("{} did not stop in time", run);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void forget(ActiveRun run) {
        synchronized (lock) {
            active.remove(run);
        }
    }
}
