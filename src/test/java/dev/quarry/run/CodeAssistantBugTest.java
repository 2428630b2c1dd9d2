package dev.quarry.run;

import static dev.quarry.run.ScriptedConnection.COMPLETE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.run.RunException.Reason;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Sinks and connections that are wrong themselves.
@Timeout(20)
class CodeAssistantBugTest {
    private static final RunRequest REQUEST =
            new RunRequest("model-1", "", List.of(Message.user("Hi")), InferenceSettings.MODEL_DEFAULTS);

    private final CodeAssistant assistant = new CodeAssistant(Backoff.NONE);
    private final List<RunEvent> events = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        assistant.close();
    }

    @Test
    void sinkThatThrowsEndsTheRunAsABug() throws Exception {
        var run = assistant.run(
                new ScriptedConnection(sink -> {
                    sink.accept(new RunEvent.Text("a"));
                    return COMPLETE;
                }),
                REQUEST,
                event -> {
                    events.add(event);
                    if (event instanceof RunEvent.Text) {
                        throw new IllegalArgumentException("broken pane");
                    }
                });

        assertThat(bug(run.await())).hasMessageContaining("IllegalArgumentException");
        assertThat(events).last().isInstanceOf(RunEvent.Ended.class);
    }

    @Test
    void sinkFailureThatTheConnectionSwallowsStillEndsTheRunAsABug() throws Exception {
        var run = assistant.run(
                new ScriptedConnection(sink -> {
                    try {
                        sink.accept(new RunEvent.Text("a"));
                    } catch (IllegalArgumentException e) {
                        sink.accept(new RunEvent.Text("b"));
                    }
                    return COMPLETE;
                }),
                REQUEST,
                event -> {
                    events.add(event);
                    if (event instanceof RunEvent.Text) {
                        throw new IllegalArgumentException("broken pane");
                    }
                });

        bug(run.await());
        assertThat(events).doesNotContain(new RunEvent.Text("b"));
    }

    @Test
    void sinkThatThrowsAtTheEndDoesNotHangTheRun() throws Exception {
        var run = assistant.run(new ScriptedConnection(_ -> COMPLETE), REQUEST, event -> {
            if (event instanceof RunEvent.Ended) {
                throw new IllegalArgumentException("broken pane");
            }
        });

        assertThat(run.await().outcome()).isEqualTo(COMPLETE);
    }

    @Test
    void connectionThatThrowsAnErrorEndsTheRunAsABug() throws Exception {
        var run = assistant.run(
                new ScriptedConnection(_ -> {
                    throw new StackOverflowError();
                }),
                REQUEST,
                events::add);

        assertThat(bug(run.await())).hasMessageContaining("StackOverflowError");
    }

    @Test
    void connectionMayNotTellTheEndItself() throws Exception {
        var run = assistant.run(
                new ScriptedConnection(sink -> {
                    sink.accept(new RunEvent.Ended(COMPLETE));
                    return COMPLETE;
                }),
                REQUEST,
                events::add);

        bug(run.await());
        assertThat(events).filteredOn(RunEvent.Ended.class::isInstance).hasSize(1);
    }

    @Test
    void connectionMayNotTellFromAnotherThread() throws Exception {
        var refused = new CompletableFuture<Throwable>();
        var run = assistant.run(
                new ScriptedConnection(sink -> {
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    sink.accept(new RunEvent.Text("stray"));
                                } catch (IllegalStateException e) {
                                    refused.complete(e);
                                }
                            })
                            .join();
                    return COMPLETE;
                }),
                REQUEST,
                events::add);

        run.await();
        assertThat(refused).isCompleted();
        assertThat(events).doesNotContain(new RunEvent.Text("stray"));
    }

    private static RunException bug(RunResult result) {
        assertThat(result.outcome()).isInstanceOf(Outcome.Failed.class);
        var error = ((Outcome.Failed) result.outcome()).error();
        assertThat(error.reason()).isEqualTo(Reason.BUG);
        return error;
    }
}
