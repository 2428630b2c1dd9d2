package dev.quarry.run;

import static dev.quarry.run.ScriptedConnection.COMPLETE;
import static dev.quarry.run.ScriptedConnection.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.quarry.run.RunException.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CodeAssistantTest {
    private static final RunRequest REQUEST =
            new RunRequest("model-1", "", List.of(Message.user("Hi")), InferenceSettings.MODEL_DEFAULTS);

    private final CodeAssistant assistant = new CodeAssistant(Backoff.NONE);
    private final List<RunEvent> events = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        assistant.close();
    }

    @Test
    void wholeRunIsToldInOrderAndSummedUp() throws Exception {
        var connection = new ScriptedConnection(sink -> {
            sink.accept(new RunEvent.Reasoning("Hm."));
            sink.accept(new RunEvent.Text("Hel"));
            sink.accept(new RunEvent.Text("lo"));
            sink.accept(new RunEvent.Usage(new TokenUsage(1, 2, 3, 4), Duration.ofMillis(5)));
            return COMPLETE;
        });

        var result = assistant.run(connection, REQUEST, events::add).await();

        assertThat(events)
                .containsExactly(
                        new RunEvent.Started("model-1", "Scripted", 1),
                        new RunEvent.Reasoning("Hm."),
                        new RunEvent.Text("Hel"),
                        new RunEvent.Text("lo"),
                        new RunEvent.Usage(new TokenUsage(1, 2, 3, 4), Duration.ofMillis(5)),
                        new RunEvent.Ended(COMPLETE));
        assertThat(result.answer()).isEqualTo("Hello");
        assertThat(result.reasoning()).isEqualTo("Hm.");
        assertThat(result.outcome()).isEqualTo(COMPLETE);
        assertThat(result.usage()).isEqualTo(new TokenUsage(1, 2, 3, 4));
        assertThat(result.model()).isEqualTo("model-1");
        assertThat(result.connection()).isEqualTo("Scripted");
        assertThat(result.attempts()).isEqualTo(1);
        assertThat(result.toFirstPiece()).isPositive().isLessThanOrEqualTo(result.elapsed());
    }

    @Test
    void eventsComeOnAWorkerOfItsOwn() throws Exception {
        var worker = new AtomicReference<Thread>();

        assistant
                .run(new ScriptedConnection(_ -> COMPLETE), REQUEST, _ -> worker.set(Thread.currentThread()))
                .await();

        assertThat(worker.get()).isNotSameAs(Thread.currentThread());
        assertThat(worker.get().isVirtual()).isTrue();
        assertThat(worker.get().getName()).startsWith("run-");
    }

    @Test
    void failureThatMayPassIsTriedAgainAfterTheBackoff() throws Exception {
        var throttled = refusal(Reason.THROTTLED, true);
        var connection = new ScriptedConnection(
                _ -> {
                    throw throttled;
                },
                sink -> {
                    sink.accept(new RunEvent.Text("ok"));
                    return COMPLETE;
                });
        var backoff = new Backoff(Duration.ofMillis(40), Duration.ofSeconds(1), () -> 0.5);
        try (var patient = new CodeAssistant(backoff)) {
            var result = patient.run(connection, REQUEST, events::add).await();

            assertThat(events)
                    .containsExactly(
                            new RunEvent.Started("model-1", "Scripted", 1),
                            new RunEvent.Retrying(2, Duration.ofMillis(20), throttled),
                            new RunEvent.Started("model-1", "Scripted", 2),
                            new RunEvent.Text("ok"),
                            new RunEvent.Ended(COMPLETE));
            assertThat(result.attempts()).isEqualTo(2);
            assertThat(result.elapsed()).isGreaterThanOrEqualTo(Duration.ofMillis(20));
        }
    }

    @Test
    void runFailsAfterFourAttempts() throws Exception {
        var throttled = refusal(Reason.THROTTLED, true);
        var connection = new ScriptedConnection(_ -> {
            throw throttled;
        });

        var result = assistant.run(connection, REQUEST, events::add).await();

        assertThat(connection.calls).hasValue(4);
        assertThat(result.attempts()).isEqualTo(4);
        assertThat(result.outcome()).isEqualTo(new Outcome.Failed(throttled));
        assertThat(events).filteredOn(RunEvent.Retrying.class::isInstance).hasSize(3);
    }

    @Test
    void failureThatStaysIsNotTriedAgain() throws Exception {
        var denied = refusal(Reason.ACCESS_DENIED, false);
        var connection = new ScriptedConnection(_ -> {
            throw denied;
        });

        var result = assistant.run(connection, REQUEST, events::add).await();

        assertThat(connection.calls).hasValue(1);
        assertThat(result.outcome()).isEqualTo(new Outcome.Failed(denied));
        assertThat(events).hasSize(2).last().isEqualTo(new RunEvent.Ended(result.outcome()));
    }

    @Test
    void nothingIsTriedAgainOnceAPieceHasCome() throws Exception {
        var lost = refusal(Reason.CONNECTION, true);
        var connection = new ScriptedConnection(sink -> {
            sink.accept(new RunEvent.Text("part"));
            throw lost;
        });

        var result = assistant.run(connection, REQUEST, events::add).await();

        assertThat(connection.calls).hasValue(1);
        assertThat(result.outcome()).isEqualTo(new Outcome.Failed(lost));
        assertThat(result.answer()).isEqualTo("part");
    }

    @Test
    void pauseThatTheServiceAskedForIsKept() throws Exception {
        var asked = new RunException(Reason.THROTTLED, "No.", true, Duration.ofMillis(30), null);
        var connection = new ScriptedConnection(
                _ -> {
                    throw asked;
                },
                _ -> COMPLETE);

        assistant.run(connection, REQUEST, events::add).await();

        assertThat(events).contains(new RunEvent.Retrying(2, Duration.ofMillis(30), asked));
    }

    @Test
    void serviceThatAsksForTooLongAPauseIsNotWaitedFor() throws Exception {
        var asked = new RunException(Reason.THROTTLED, "No.", true, Duration.ofMinutes(3), null);
        var connection = new ScriptedConnection(_ -> {
            throw asked;
        });

        var result = assistant.run(connection, REQUEST, events::add).await();

        assertThat(result.outcome()).isEqualTo(new Outcome.Failed(asked));
        assertThat(connection.calls).hasValue(1);
    }

    @Test
    void sinkMayAskForTheResultWhenItTakesTheEnd() throws Exception {
        var self = new CompletableFuture<Run>();
        var seen = new CompletableFuture<RunResult>();
        var run = assistant.run(new ScriptedConnection(_ -> COMPLETE), REQUEST, event -> {
            if (event instanceof RunEvent.Ended) {
                try {
                    seen.complete(self.get(5, TimeUnit.SECONDS).await());
                } catch (Exception e) {
                    seen.completeExceptionally(e);
                }
            }
        });
        self.complete(run);

        assertThat(seen.get(5, TimeUnit.SECONDS)).isEqualTo(run.await());
    }

    @Test
    void closeCancelsWhatRunsAndRefusesWhatComes() throws Exception {
        var runs = new ArrayList<Run>();
        for (var i = 0; i < 3; i++) {
            runs.add(assistant.run(new ScriptedConnection(_ -> ScriptedConnection.hang()), REQUEST, events::add));
        }

        assistant.close();

        for (var run : runs) {
            assertThat(run.isOver()).isTrue();
            assertThat(run.await().outcome()).isEqualTo(new Outcome.Cancelled());
        }
        assertThatIllegalStateException()
                .isThrownBy(() -> assistant.run(new ScriptedConnection(_ -> COMPLETE), REQUEST, events::add));
    }
}
