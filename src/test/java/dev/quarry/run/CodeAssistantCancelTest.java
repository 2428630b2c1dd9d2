package dev.quarry.run;

import static dev.quarry.run.ScriptedConnection.COMPLETE;
import static dev.quarry.run.ScriptedConnection.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.run.RunException.Reason;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Leaving a run, at whatever moment.
@Timeout(20)
class CodeAssistantCancelTest {
    private static final RunRequest REQUEST =
            new RunRequest("model-1", "", List.of(Message.user("Hi")), InferenceSettings.MODEL_DEFAULTS);

    private final CodeAssistant assistant = new CodeAssistant(Backoff.NONE);
    private final List<RunEvent> events = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        assistant.close();
    }

    @Test
    void cancelledRunKeepsItsTextAndEndsAtOnce() throws Exception {
        var hanging = new CountDownLatch(1);
        var run = assistant.run(
                new ScriptedConnection(sink -> {
                    sink.accept(new RunEvent.Text("part"));
                    hanging.countDown();
                    return ScriptedConnection.hang();
                }),
                REQUEST,
                events::add);
        hanging.await();

        var start = System.nanoTime();
        run.cancel();
        var result = run.await();

        // The promise is 100 ms; a machine that is busy with other builds gets a margin.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(500));
        assertThat(result.outcome()).isEqualTo(new Outcome.Cancelled());
        assertThat(result.answer()).isEqualTo("part");
        assertThat(events)
                .containsExactly(
                        new RunEvent.Started("model-1", "Scripted", 1),
                        new RunEvent.Text("part"),
                        new RunEvent.Ended(new Outcome.Cancelled()));
    }

    @Test
    void lateTextOfACancelledRunIsDropped() throws Exception {
        var first = new CountDownLatch(1);
        var cancelled = new CountDownLatch(1);
        var run = assistant.run(
                new ScriptedConnection(sink -> {
                    sink.accept(new RunEvent.Text("early"));
                    first.countDown();
                    awaitStubbornly(cancelled);
                    sink.accept(new RunEvent.Text("late"));
                    return COMPLETE;
                }),
                REQUEST,
                events::add);
        first.await();
        run.cancel();
        cancelled.countDown();

        var result = run.await();

        assertThat(result.outcome()).isEqualTo(new Outcome.Cancelled());
        assertThat(result.answer()).isEqualTo("early");
        assertThat(events).doesNotContain(new RunEvent.Text("late"));
    }

    @Test
    void cancelEndsTheWaitBetweenAttempts() throws Exception {
        var waiting = new CountDownLatch(1);
        var backoff = new Backoff(Duration.ofHours(1), Duration.ofHours(1), () -> 0.9);
        try (var slow = new CodeAssistant(backoff)) {
            var run = slow.run(
                    new ScriptedConnection(_ -> {
                        throw refusal(Reason.THROTTLED, true);
                    }),
                    REQUEST,
                    event -> {
                        if (event instanceof RunEvent.Retrying) {
                            waiting.countDown();
                        }
                    });
            waiting.await();
            run.cancel();

            assertThat(run.await().outcome()).isEqualTo(new Outcome.Cancelled());
        }
    }

    @Test
    void noAttemptFollowsACancelThatTheConnectionSwallowed() throws Exception {
        var inside = new CountDownLatch(1);
        var cancelled = new CountDownLatch(1);
        var connection = new ScriptedConnection(_ -> {
            inside.countDown();
            awaitStubbornly(cancelled);
            throw refusal(Reason.THROTTLED, true);
        });
        var run = assistant.run(connection, REQUEST, events::add);
        inside.await();
        run.cancel();
        cancelled.countDown();

        assertThat(run.await().outcome()).isEqualTo(new Outcome.Cancelled());
        assertThat(connection.calls).hasValue(1);
    }

    @Test
    void sinkIsNeverInterrupted() throws Exception {
        var inSink = new CountDownLatch(1);
        var cancelled = new CountDownLatch(1);
        var interrupted = new AtomicBoolean();
        var run = assistant.run(
                new ScriptedConnection(sink -> {
                    sink.accept(new RunEvent.Text("a"));
                    return ScriptedConnection.hang();
                }),
                REQUEST,
                event -> {
                    if (event instanceof RunEvent.Text) {
                        inSink.countDown();
                        try {
                            cancelled.await();
                        } catch (InterruptedException e) {
                            interrupted.set(true);
                        }
                    }
                    if (Thread.currentThread().isInterrupted()) {
                        interrupted.set(true);
                    }
                    events.add(event);
                });
        inSink.await();
        run.cancel();
        cancelled.countDown();

        assertThat(run.await().outcome()).isEqualTo(new Outcome.Cancelled());
        assertThat(interrupted).isFalse();
        assertThat(events).last().isEqualTo(new RunEvent.Ended(new Outcome.Cancelled()));
    }

    @Test
    void sinkMayCancelItsOwnRun() throws Exception {
        var self = new CompletableFuture<Run>();
        var run = assistant.run(
                new ScriptedConnection(sink -> {
                    sink.accept(new RunEvent.Text("a"));
                    sink.accept(new RunEvent.Text("b"));
                    return ScriptedConnection.hang();
                }),
                REQUEST,
                event -> {
                    events.add(event);
                    if (event instanceof RunEvent.Text) {
                        self.join().cancel();
                    }
                });
        self.complete(run);

        assertThat(run.await().answer()).isEqualTo("a");
        assertThat(events).hasSize(3).last().isEqualTo(new RunEvent.Ended(new Outcome.Cancelled()));
    }

    @Test
    void cancelAfterTheEndChangesNothing() throws Exception {
        var run = assistant.run(new ScriptedConnection(_ -> COMPLETE), REQUEST, events::add);
        run.await();
        run.cancel();

        assertThat(run.isOver()).isTrue();
        assertThat(run.await().outcome()).isEqualTo(COMPLETE);
        assertThat(events).filteredOn(RunEvent.Ended.class::isInstance).hasSize(1);
    }

    @RepeatedTest(200)
    void cancelAtAnyMomentLeavesOneEndThatAgreesWithTheResult() throws Exception {
        var count = new AtomicInteger();
        var go = new CountDownLatch(1);
        var run = assistant.run(
                new ScriptedConnection(sink -> {
                    go.countDown();
                    for (var i = 0; i < 20; i++) {
                        sink.accept(new RunEvent.Text("x"));
                    }
                    return COMPLETE;
                }),
                REQUEST,
                event -> {
                    assertThat(count.incrementAndGet()).isEqualTo(1); // never two at once
                    events.add(event);
                    count.decrementAndGet();
                });
        go.await();
        run.cancel();

        var result = run.await();
        var pieces = events.stream().filter(RunEvent.Text.class::isInstance).count();
        assertThat(events).last().isEqualTo(new RunEvent.Ended(result.outcome()));
        assertThat(events).filteredOn(RunEvent.Ended.class::isInstance).hasSize(1);
        assertThat(result.answer()).hasSize((int) pieces);
        if (!result.outcome().equals(COMPLETE)) {
            assertThat(result.outcome()).isEqualTo(new Outcome.Cancelled());
        }
    }

    /// Waits on, whatever interrupts it, as a badly written connection would.
    private static void awaitStubbornly(CountDownLatch latch) {
        while (true) {
            try {
                latch.await();
                return;
            } catch (InterruptedException e) {
                assertThat(e).isNotNull();
            }
        }
    }
}
