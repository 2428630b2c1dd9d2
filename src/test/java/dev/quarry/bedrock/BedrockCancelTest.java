package dev.quarry.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.run.Backoff;
import dev.quarry.run.CodeAssistant;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunEvent;
import dev.quarry.run.RunException;
import dev.quarry.run.RunException.Reason;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Leaving a stream, over the real wire.
@Timeout(20)
class BedrockCancelTest {

    /// The promise is 100 ms. A machine that is busy with other builds gets a margin.
    private static final Duration SOON = Duration.ofMillis(500);

    private final CodeAssistant assistant = new CodeAssistant(Backoff.NONE);
    private final List<RunEvent> events = new CopyOnWriteArrayList<>();

    @Test
    void serviceSeesACancelledRunLeaveInTheMiddleOfAStream() throws Exception {
        try (var endpoint = FaultEndpoint.answering(Script.stream().text("one").hold());
                var connection = endpoint.connection()) {
            var cancelled = cancelAfterFirstPiece(connection);

            assertThat(Duration.ofNanos(endpoint.awaitClientLeft() - cancelled)).isLessThan(SOON);
            assertThat(endpoint.requests()).hasSize(1);
        }
    }

    @Test
    void nothingIsToldAfterACancelWhileTextPoursIn() throws Exception {
        try (var endpoint =
                        FaultEndpoint.answering(Script.stream().textUntilClientLeaves("word ", Duration.ofMillis(1)));
                var connection = endpoint.connection()) {
            var cancelled = cancelAfterFirstPiece(connection);
            var told = events.size();

            assertThat(Duration.ofNanos(endpoint.awaitClientLeft() - cancelled)).isLessThan(SOON);
            assertThat(events).hasSize(told).last().isEqualTo(new RunEvent.Ended(new Outcome.Cancelled()));
        }
    }

    @Test
    void serviceSeesACancelledRunLeaveBeforeItHasAnswered() throws Exception {
        var asked = new CountDownLatch(1);
        try (var endpoint =
                        FaultEndpoint.answering(Script.nothing().signal(asked).hold());
                var connection = endpoint.connection()) {
            var run = assistant.run(connection, Asked.request("Hi"), events::add);
            asked.await();

            var cancelled = System.nanoTime();
            run.cancel();

            assertThat(run.await().outcome()).isEqualTo(new Outcome.Cancelled());
            assertThat(Duration.ofNanos(endpoint.awaitClientLeft() - cancelled)).isLessThan(SOON);
        }
    }

    @Test
    void runCanBeCancelledWhileTheClientIsStillBeingBuilt() throws Exception {
        var building = new CountDownLatch(1);
        var cancelled = new CountDownLatch(1);
        try (var client = new LazyClient(() -> {
                    building.countDown();
                    awaitWithoutInterrupt(cancelled);
                    throw new IllegalStateException("nobody wants it any more");
                });
                var attempt = Attempt.open(client, ConverseRequests.of(Asked.request("Hi")))) {
            var reader = Thread.ofVirtual().start(() -> {
                try {
                    new AnswerReader(attempt.feed(), events::add, null, Patience.USUAL).read();
                } catch (InterruptedException e) {
                    cancelled.countDown();
                } catch (RunException e) {
                    throw new IllegalStateException(e);
                }
            });
            building.await();
            reader.interrupt();

            cancelled.await();
            reader.join();
        }
    }

    @Test
    void sinkThatThrowsClosesTheStream() throws Exception {
        try (var endpoint = FaultEndpoint.answering(Script.stream().text("one").hold());
                var connection = endpoint.connection()) {
            var run = assistant.run(connection, Asked.request("Hi"), event -> {
                if (event instanceof RunEvent.Text) {
                    throw new IllegalStateException("broken pane");
                }
            });

            assertThat(((Outcome.Failed) run.await().outcome()).error().reason())
                    .isEqualTo(Reason.BUG);
            endpoint.awaitClientLeft();
        }
    }

    @Test
    void closingTheConnectionInterruptsItsStreams() throws Exception {
        var first = new CountDownLatch(1);
        try (var endpoint = FaultEndpoint.answering(Script.stream().text("one").hold())) {
            var connection = endpoint.connection();
            var run = assistant.run(connection, Asked.request("Hi"), event -> {
                if (event instanceof RunEvent.Text) {
                    first.countDown();
                }
            });
            first.await();
            connection.close();

            assertThat(run.await().outcome())
                    .isEqualTo(new Outcome.Interrupted(
                            "The connection was closed before the answer was whole. Run again."));
            endpoint.awaitClientLeft();
        }
    }

    @Test
    void closedConnectionRefusesRuns() throws Exception {
        try (var endpoint = FaultEndpoint.answering(Script.stream().text("one").whole())) {
            var connection = endpoint.connection();
            connection.close();
            var asked = Asked.of(connection);

            assertThat(asked.refusal().reason()).isEqualTo(Reason.CONNECTION);
            assertThat(asked.refusal().retryable()).isFalse();
            assertThat(endpoint.requests()).isEmpty();
        }
    }

    private long cancelAfterFirstPiece(BedrockConnection connection) throws InterruptedException {
        var first = new CountDownLatch(1);
        var run = assistant.run(connection, Asked.request("Hi"), event -> {
            events.add(event);
            if (event instanceof RunEvent.Text) {
                first.countDown();
            }
        });
        first.await();
        var cancelled = System.nanoTime();
        run.cancel();
        assertThat(run.await().outcome()).isEqualTo(new Outcome.Cancelled());
        assertThat(Duration.ofNanos(System.nanoTime() - cancelled)).isLessThan(SOON);
        return cancelled;
    }

    private static void awaitWithoutInterrupt(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
