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
    private final Lessons lessons;
    private final Backoff backoff;
    private final AccountLimiter limiter;
    private final Consumer<ActiveRun> whenOver;
    private final Thread worker;
    private final Transcript transcript = new Transcript();
    private final Telling telling;

    private final CountDownLatch over = new CountDownLatch(1);
    private volatile @Nullable RunResult result;

    ActiveRun(
            String name,
            ModelConnection connection,
            RunRequest request,
            Consumer<? super RunEvent> sink,
            Backoff backoff,
            Lessons lessons,
            AccountLimiter limiter,
            Consumer<ActiveRun> whenOver) {
        this.name = name;
        this.connection = connection;
        this.request = request;
        this.backoff = backoff;
        this.lessons = lessons;
        this.limiter = limiter;
        this.whenOver = whenOver;
        worker = Thread.ofVirtual().name(name).unstarted(this);
        telling = new Telling(sink, worker, transcript);
    }

    void start() {
        worker.start();
    }

    @Override
    public void cancel() {
        telling.cancel();
    }

    @Override
    public RunResult await() throws InterruptedException {
        if (Thread.currentThread() != worker) {
            over.await();
        }
        var known = result; // also there for the sink, while it takes the Ended
        if (known == null) {
            throw new IllegalStateException("a run cannot wait for itself");
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
        var now = request;
        for (var number = 1; ; number++) {
            var attempt = number;
            telling.tell(new RunEvent.Started(request.model(), label, attempt));
            try (var turn = limiter.take(() -> telling.tell(waiting(attempt)))) {
                return inTurn(turn, now);
            } catch (InterruptedException e) {
                return interrupted(e);
            } catch (RunException e) {
                var refused = e.refusedParameter();
                if (refused != null && mayDrop(refused, now)) {
                    now = withoutRefused(now, refused);
                    continue;
                }
                if (!mayRetry(e, attempt)) {
                    log.warn("{} failed: {}", name, e.reason(), e);
                    return new Outcome.Failed(e);
                }
                var delay = backoff.before(attempt, e.retryAfter());
                log.info("{}: attempt {} failed ({}), next in {}", name, attempt, e.reason(), delay);
                telling.tell(new RunEvent.Retrying(attempt + 1, delay, e));
                try {
                    pause(delay);
                } catch (InterruptedException cut) {
                    return interrupted(cut);
                }
            }
        }
    }

    /// Each parameter is dropped once at most: without it the service cannot refuse it again.
    private boolean mayDrop(InferenceParameter refused, RunRequest sent) {
        return refused.mayBeDropped() && sent.settings().has(refused) && !transcript.hasPieces();
    }

    private RunRequest withoutRefused(RunRequest sent, InferenceParameter refused) {
        var together = refused == InferenceParameter.TOP_P && sent.settings().has(InferenceParameter.TEMPERATURE);
        lessons.learn(sent.model(), refused, together);
        log.info("{}: {} refused {}", name, sent.model(), refused);
        telling.tell(new RunEvent.Dropped(
                refused,
                "The model " + sent.model() + " does not take "
                        + (together ? "top-p beside a temperature" : refused.words())
                        + ", so the request is sent without it, now and from now on."));
        return sent.with(sent.settings().without(refused));
    }

    private Outcome inTurn(AccountLimiter.Turn turn, RunRequest now) throws RunException, InterruptedException {
        try {
            var outcome = connection.converse(now, telling::pass);
            if (outcome instanceof Outcome.Failed failed && failed.error().reason() == RunException.Reason.THROTTLED) {
                turn.throttled();
            }
            return outcome;
        } catch (RunException e) {
            if (e.reason() == RunException.Reason.THROTTLED) {
                turn.throttled();
            }
            throw e;
        }
    }

    private static RunEvent waiting(int attempt) {
        return new RunEvent.Retrying(
                attempt,
                Duration.ZERO,
                new RunException(
                        RunException.Reason.THROTTLED,
                        "This account was throttled, so the run waits for another one to end.",
                        true,
                        null,
                        null));
    }

    /// A connection may have lost the interrupt of a cancel, so that is asked for as well.
    private void pause(Duration delay) throws InterruptedException {
        if (telling.isCancelled()) {
            throw new InterruptedException();
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

    private void end(Outcome natural, String label) {
        var outcome = natural;
        if (telling.stopListening()) {
            outcome = new Outcome.Cancelled();
        } else if (telling.sinkFailure() != null && !(natural instanceof Outcome.Failed)) {
            outcome = bug(telling.sinkFailure());
        }
        result = transcript.result(outcome, request.model(), label);
        telling.tellEnd(outcome);
    }

    /// Only a cancel interrupts a worker; any other interrupt was made by the sink or the connection itself.
    private Outcome interrupted(InterruptedException e) {
        return telling.isCancelled() ? new Outcome.Cancelled() : bug(e);
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
