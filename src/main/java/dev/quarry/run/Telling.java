package dev.quarry.run;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a run tells its sink, and the one place that decides between a cancel and everything else that happens
/// at the same time. All but [#cancel] and [#isCancelled] is called on the run's worker.
final class Telling {
    private static final Logger log = LoggerFactory.getLogger(Telling.class);

    private final Consumer<? super RunEvent> sink;
    private final Thread worker;
    private final Transcript transcript;

    private final Object gate = new Object(); // guards the three flags
    private boolean cancelled;
    private boolean inSink; // which is never interrupted
    private boolean ending; // too late to cancel

    /// What the sink threw. A connection may have swallowed it; the run does not.
    private @Nullable Throwable sinkFailure;

    Telling(Consumer<? super RunEvent> sink, Thread worker, Transcript transcript) {
        this.sink = sink;
        this.worker = worker;
        this.transcript = transcript;
    }

    /// Interrupts the worker, now or as soon as the sink returns. Any thread.
    void cancel() {
        synchronized (gate) {
            if (cancelled || ending) {
                return;
            }
            cancelled = true;
            if (!inSink) {
                worker.interrupt();
            }
        }
    }

    boolean isCancelled() {
        synchronized (gate) {
            return cancelled;
        }
    }

    @Nullable
    Throwable sinkFailure() {
        return sinkFailure;
    }

    /// Notes the event and passes it on, unless the run was cancelled or its sink has failed.
    void tell(RunEvent event) {
        synchronized (gate) {
            if (cancelled || sinkFailure != null) {
                return;
            }
            inSink = true;
        }
        try {
            transcript.add(event);
            sink.accept(event);
        } catch (RuntimeException | Error e) {
            sinkFailure = e;
            throw e;
        } finally {
            synchronized (gate) {
                inSink = false;
                if (cancelled) {
                    worker.interrupt(); // as cancel() would have, had the sink not been busy
                }
            }
        }
    }

    /// What a connection tells. It may speak on the worker only, and of these things only.
    void pass(RunEvent event) {
        if (Thread.currentThread() != worker) {
            throw new IllegalStateException("a connection tells its events on the thread that called it");
        }
        switch (event) {
            case RunEvent.Text _, RunEvent.Reasoning _, RunEvent.Usage _ -> tell(event);
            case RunEvent.Started _, RunEvent.Retrying _, RunEvent.Dropped _, RunEvent.Ended _ ->
                throw new IllegalStateException("not for a connection to tell: " + event.getClass());
        }
    }

    /// From here on the run cannot be cancelled, and no interrupt of a cancel is on its way any more.
    ///
    /// @return whether it was cancelled before
    boolean stopListening() {
        synchronized (gate) {
            ending = true;
            if (Thread.interrupted()) {
                log.debug("{} was interrupted at its end", worker.getName());
            }
            return cancelled;
        }
    }

    /// Tells the end, whatever happened before. What the sink throws now is logged only.
    void tellEnd(Outcome outcome) {
        try {
            sink.accept(new RunEvent.Ended(outcome));
        } catch (RuntimeException | Error e) {
            log.error("{}: the receiver failed at the end", worker.getName(), e);
        }
    }
}
