package dev.quarry.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.run.Backoff;
import dev.quarry.run.CodeAssistant;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunEvent;
import dev.quarry.run.RunException.Reason;
import dev.quarry.run.RunResult;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The service and the connection together: what is sent again, and what never is.
@Timeout(20)
class RetryOverTheWireTest {
    private static final Script THROTTLED = Script.refusal(429, "ThrottlingException", "Too many requests");

    private final List<RunEvent> events = new CopyOnWriteArrayList<>();

    @Test
    void throttledRequestIsSentAgainAndItsTextComesOnce() throws Exception {
        try (var endpoint = FaultEndpoint.answering(
                THROTTLED, THROTTLED, Script.stream().text("a", "b").whole())) {
            var result = run(endpoint);

            assertThat(result.outcome()).isEqualTo(new Outcome.Complete("end_turn"));
            assertThat(result.answer()).isEqualTo("ab");
            assertThat(result.attempts()).isEqualTo(3);
            assertThat(endpoint.requests()).hasSize(3);
            assertThat(events).filteredOn(RunEvent.Retrying.class::isInstance).hasSize(2);
        }
    }

    @Test
    void fourthRefusalIsTheLast() throws Exception {
        try (var endpoint = FaultEndpoint.answering(THROTTLED)) {
            var result = run(endpoint);

            assertThat(((Outcome.Failed) result.outcome()).error().reason()).isEqualTo(Reason.THROTTLED);
            assertThat(result.attempts()).isEqualTo(4);
            assertThat(endpoint.requests()).hasSize(4);
        }
    }

    @Test
    void throttlingInTheMiddleOfAnAnswerIsNotSentAgain() throws Exception {
        try (var endpoint = FaultEndpoint.answering(Script.stream()
                .text("1", "2", "3", "4", "5")
                .exception("throttlingException", "slow down")
                .end())) {
            var result = run(endpoint);

            assertThat(result.answer()).isEqualTo("12345");
            assertThat(((Outcome.Failed) result.outcome()).error().reason()).isEqualTo(Reason.THROTTLED);
            assertThat(result.attempts()).isEqualTo(1);
            assertThat(endpoint.requests()).hasSize(1);
        }
    }

    @Test
    void connectionThatBreaksBeforeTheFirstPieceIsMadeAgain() throws Exception {
        try (var endpoint = FaultEndpoint.answering(
                Script.nothing(),
                Script.nothing().reset(),
                Script.stream(),
                Script.stream().text("a").whole())) {
            var result = run(endpoint);

            assertThat(result.answer()).isEqualTo("a");
            assertThat(result.attempts()).isEqualTo(4);
        }
    }

    @Test
    void reasoningCountsAsAPiece() throws Exception {
        var told = new CountDownLatch(1);
        try (var endpoint = FaultEndpoint.answering(
                        Script.stream().reasoning("Hm.").until(told).reset());
                var connection = endpoint.connection();
                var assistant = new CodeAssistant(Backoff.NONE)) {
            var run = assistant.run(connection, Asked.request("Hi"), event -> {
                if (event instanceof RunEvent.Reasoning) {
                    told.countDown();
                }
            });
            var result = run.await();

            assertThat(result.outcome()).isInstanceOf(Outcome.Interrupted.class);
            assertThat(result.reasoning()).isEqualTo("Hm.");
            assertThat(endpoint.requests()).hasSize(1);
        }
    }

    @Test
    void manyRunsAtOnceDoNotMix() throws Exception {
        try (var endpoint = FaultEndpoint.answering(
                        Script.stream().texts(500, i -> i + " ").whole());
                var connection = endpoint.connection();
                var assistant = new CodeAssistant(Backoff.NONE)) {
            var runs = IntStream.range(0, 8)
                    .mapToObj(_ -> assistant.run(connection, Asked.request("Hi"), events::add))
                    .toList();
            var expected = new StringBuilder();
            for (var i = 0; i < 500; i++) {
                expected.append(i).append(' ');
            }
            for (var run : runs) {
                assertThat(run.await().answer()).isEqualTo(expected.toString());
            }
        }
    }

    private RunResult run(FaultEndpoint endpoint) throws InterruptedException {
        try (var connection = endpoint.connection();
                var assistant = new CodeAssistant(Backoff.NONE)) {
            return assistant.run(connection, Asked.request("Hi"), events::add).await();
        }
    }
}
