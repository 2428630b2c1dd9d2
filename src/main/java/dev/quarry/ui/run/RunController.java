package dev.quarry.ui.run;

import dev.quarry.run.CodeAssistant;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.Outcome;
import dev.quarry.run.PieceFilter;
import dev.quarry.run.Run;
import dev.quarry.run.RunEvent;
import dev.quarry.run.RunRequest;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.fx.EachPulse;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Runs one request at a time. Its events wait in a queue that is emptied once a pulse, so that however fast
/// text comes the panes are touched once a frame. FX thread only.
public final class RunController {
    private final RunModel model;
    private final CodeAssistant assistant;
    private final EachPulse pulse = new EachPulse(this::drain);
    private @Nullable Current current;

    /// A run and what has come of it. A new run brings a new queue, so nothing of an old one can reach the
    /// panes.
    private static final class Current {
        private final Queue<RunEvent> events = new ConcurrentLinkedQueue<>();
        private final long began = System.nanoTime();
        private final Duration before;
        private final PieceFilter incoming;
        private @Nullable Run run;
        private @Nullable Outcome outcome;

        /// @param before what the parts of the answer took that came earlier
        Current(Duration before, PieceFilter incoming) {
            this.before = before;
            this.incoming = incoming;
        }

        Duration elapsed() {
            return before.plusNanos(System.nanoTime() - began);
        }
    }

    public RunController(RunModel model, CodeAssistant assistant) {
        this.model = model;
        this.assistant = assistant;
    }

    /// Starts a run; one that still goes on is cancelled and forgotten.
    ///
    /// @param incoming changes the answer on its way
    /// @param also told of every event on the run's own thread, as it came; must not block
    public void start(ModelConnection connection, RunRequest request, PieceFilter incoming, Consumer<RunEvent> also) {
        model.begin(request, connection.label());
        begin(connection, request, new Current(Duration.ZERO, incoming), also);
    }

    /// The same, with the answer as it comes.
    ///
    /// @param also told of every event on the run's own thread; must not block
    public void start(ModelConnection connection, RunRequest request, Consumer<RunEvent> also) {
        start(connection, request, PieceFilter.NONE, also);
    }

    /// The same, with the answer as it comes.
    public void start(ModelConnection connection, RunRequest request) {
        start(connection, request, PieceFilter.NONE, event -> {});
    }

    /// Starts a run whose answer goes on where the one that is shown stops.
    ///
    /// @param base what stays of the answer that is shown
    /// @param incoming makes what comes after it of the continuation
    /// @param also told of every event on the run's own thread; must not block
    public void resume(
            ModelConnection connection,
            RunRequest request,
            String base,
            PieceFilter incoming,
            Consumer<RunEvent> also) {
        var before = model.elapsedProperty().get();
        model.beginAfter(request, connection.label(), base);
        begin(connection, request, new Current(before, incoming), also);
    }

    private void begin(ModelConnection connection, RunRequest request, Current next, Consumer<RunEvent> also) {
        if (current != null && current.run != null) {
            current.run.cancel();
        }
        current = next;
        next.run = assistant.run(connection, request, event -> {
            also.accept(event);
            next.events.add(event);
        });
        pulse.start();
    }

    /// Stops the run that goes on, if any; it ends as cancelled and keeps its text.
    public void stop() {
        if (current != null && current.run != null) {
            current.run.cancel();
        }
    }

    private void drain() {
        var now = current;
        if (now == null) {
            pulse.stop();
            return;
        }
        var text = new StringBuilder();
        var thoughts = new StringBuilder();
        for (var event = now.events.poll(); event != null; event = now.events.poll()) {
            switch (event) {
                case RunEvent.Text piece -> text.append(now.incoming.take(piece.piece()));
                case RunEvent.Reasoning piece -> thoughts.append(piece.piece());
                case RunEvent.Started started -> model.setProgress("");
                case RunEvent.Retrying retry ->
                    model.setProgress(
                            retry.delay().isZero()
                                    ? retry.error().sentence()
                                    : Texts.of(
                                            "run.retrying",
                                            retry.error().sentence(),
                                            Math.max(1, Math.round(retry.delay().toMillis() / 1000.0)),
                                            retry.nextAttempt()));
                case RunEvent.Dropped dropped -> model.note(dropped.sentence());
                case RunEvent.Usage counted -> model.setUsage(counted.tokens());
                case RunEvent.Ended ended -> {
                    text.append(now.incoming.finish());
                    now.outcome = ended.outcome();
                }
            }
        }
        var elapsed = now.elapsed();
        if (!thoughts.isEmpty()) {
            model.appendReasoning(thoughts.toString(), elapsed);
        }
        if (!text.isEmpty()) {
            model.appendAnswer(text.toString(), elapsed);
        }
        if (now.outcome != null) {
            current = null;
            pulse.stop();
            model.end(now.outcome, elapsed);
        } else {
            model.setElapsed(elapsed);
        }
    }
}
