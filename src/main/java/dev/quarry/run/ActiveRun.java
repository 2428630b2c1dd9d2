package dev.quarry.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A run and its worker. Everything but [Run]'s own methods happens on the worker.
final class ActiveRun implements Run, Runnable {
    private static final Logger log = LoggerFactory.getLogger(ActiveRun.class);

    private final String name;
    private final ModelConnection connection;
    private final RunRequest request;
    private final Consumer<? super RunEvent> sink;
    private final Backoff backoff;
    private final Consumer<ActiveRun> whenOver;
    private final Thread worker;

    private final Transcript transcript = new Transcript();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile @Nullable RunResult result;

    /// What the sink threw. The connection may have swallowed it; the run has not.
    private @Nullable Throwable sinkFailure;

    /// Decides between cancel() and everything else that happens at the same time. Guards the three flags
    /// below.
    private final Object gate = new Object();

    private boolean cancelled;
    private boolean telling; // in the sink, which is never interrupted
    private boolean ending; // too late to cancel

    ActiveRun(
            String name,
            ModelConnection connection,
            RunRequest request,
            Consumer<? super RunEvent> sink,
            Backoff backoff,
            Consumer<ActiveRun> whenOver) {
        this.name = name;
        this.connection = connection;
        this.request = request;
        this.sink = sink;
        this.backoff = backoff;
        this.whenOver = whenOver;
        worker = Thread.ofVirtual().name(name).unstarted(this);
    }

    void start() {
        worker.start();
    }

    @Override
    public void cancel() {
        synchronized (gate) {
            if (cancelled || ending) {
                return;
            }
            cancelled = true;
            if (!telling) {
                worker.interrupt();
            }
        }
    }

    @Override
    public RunResult await() throws InterruptedException {
        var known = result;
        if (Thread.currentThread() == worker) {
            if (known == null) {
                throw new IllegalStateException("a run cannot wait for itself");
            }
            return known; // asked for by the sink while it takes the Ended
        }
        over.await();
        known = result;
        if (known == null) {
            throw new IllegalStateException("a run ended without a result");
        }
        return known;
    }

    boolean await(long time, TimeUnit unit) throws InterruptedException {
        return over.await(time, unit);
    }

    @Override
    public boolean isOver() {
        return over.getCount() == 0;
    }

    @Override
    public void run() {
        var label = "";
        Outcome natural = null;
        try {
            label = connection.label();
            natural = attempts(label);
        } catch (RuntimeException | Error e) {
            natural = bug(e);
        } finally {
            try {
                end(natural == null ? bug(null) : natural, label);
            } finally {
                over.countDown();
                whenOver.accept(this);
            }
        }
    }

    private Outcome attempts(String label) {
        for (var attempt = 1; ; attempt++) {
            tell(new RunEvent.Started(request.model(), label, attempt));
            try {
                return connection.converse(request, this::pass);
            } catch (InterruptedException e) {
                return interrupted(e);
            } catch (RunException e) {
                if (!mayRetry(e, attempt)) {
                    log.warn("{} failed: {}", name, e.reason(), e);
                    return new Outcome.Failed(e);
                }
                var delay = backoff.before(attempt, e.retryAfter());
                log.info("{}: attempt {} failed ({}), next in {}", name, attempt, e.reason(), delay);
                tell(new RunEvent.Retrying(attempt + 1, delay, e));
                try {
                    pause(delay);
                } catch (InterruptedException cut) {
                    return interrupted(cut);
                }
            }
        }
    }

    /// A connection may have lost the interrupt of cancel(), so the flag is asked as well.
    private void pause(Duration delay) throws InterruptedException {
        synchronized (gate) {
            if (cancelled) {
                throw new InterruptedException();
            }
        }
        Thread.sleep(delay);
    }

    private boolean mayRetry(RunException error, int attempt) {
        var asked = error.retryAfter();
        return error.retryable()
                && attempt < CodeAssistant.MOST_ATTEMPTS
                && !transcript.hasPieces()
                && (asked == null || asked.compareTo(CodeAssistant.LONGEST_PAUSE) <= 0);
    }

    /// What a connection tells. It may speak on the worker only, and of these things only.
    private void pass(RunEvent event) {
        if (Thread.currentThread() != worker) {
            throw new IllegalStateException("a connection tells its events on the thread that called it");
        }
        switch (event) {
            case RunEvent.Text _, RunEvent.Reasoning _, RunEvent.Usage _ -> tell(event);
            case RunEvent.Started _, RunEvent.Retrying _, RunEvent.Ended _ ->
                throw new IllegalStateException("not for a connection to tell: " + event.getClass());
        }
    }

    private void tell(RunEvent event) {
        synchronized (gate) {
            if (cancelled || ending || sinkFailure != null) {
                return;
            }
            telling = true;
        }
        try {
            transcript.add(event);
            sink.accept(event);
        } catch (RuntimeException | Error e) {
            sinkFailure = e;
            throw e;
        } finally {
            synchronized (gate) {
                telling = false;
                if (cancelled) {
                    worker.interrupt(); // as cancel() would have, had the sink not been busy
                }
            }
        }
    }

    /// The one way out. From the moment `ending` is set the outcome stands, and no interrupt is on its way any
    /// more.
    private void end(Outcome natural, String label) {
        Outcome outcome;
        synchronized (gate) {
            ending = true;
            if (cancelled) {
                outcome = new Outcome.Cancelled();
            } else if (sinkFailure != null && !(natural instanceof Outcome.Failed)) {
                outcome = bug(sinkFailure);
            } else {
                outcome = natural;
            }
            if (Thread.interrupted()) {
                log.debug("{} was interrupted at its end", name);
            }
        }
        result = transcript.result(outcome, request.model(), label);
        try {
            sink.accept(new RunEvent.Ended(outcome));
        } catch (RuntimeException | Error e) {
            log.error("{}: the receiver failed at the end", name, e);
        }
    }

    /// Only cancel() interrupts a worker; any other interrupt was made by the sink or the connection itself.
    private Outcome interrupted(InterruptedException e) {
        synchronized (gate) {
            return cancelled ? new Outcome.Cancelled() : bug(e);
        }
    }

    private Outcome bug(@Nullable Throwable cause) {
        log.error("{} died", name, cause);
        var kind = cause == null ? "an unknown error" : cause.getClass().getSimpleName();
        return new Outcome.Failed(new RunException(
                RunException.Reason.BUG,
                "Quarry made a mistake (" + kind + ") and stopped this run. The log has the details; please report it.",
                false,
                null,
                cause));
    }

    @Override
    public String toString() {
        return name;
    }
}
