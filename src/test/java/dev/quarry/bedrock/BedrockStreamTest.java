package dev.quarry.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.run.Outcome;
import dev.quarry.run.RunEvent;
import dev.quarry.run.RunException;
import dev.quarry.run.RunException.Reason;
import dev.quarry.run.TokenUsage;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How streams end, over the real wire.
class BedrockStreamTest {

    @Test
    void wholeAnswerIsToldPieceByPieceWithItsUsage() throws Exception {
        var asked = ask(Script.stream().reasoning("Hm.").text("Hel", "lo").whole());

        assertThat(asked.events())
                .containsExactly(
                        new RunEvent.Reasoning("Hm."),
                        new RunEvent.Text("Hel"),
                        new RunEvent.Text("lo"),
                        new RunEvent.Usage(new TokenUsage(11, 22, 0, 0), Duration.ofMillis(321)));
        assertThat(asked.outcome()).isEqualTo(new Outcome.Complete("end_turn"));
    }

    @Test
    void answerWithoutTextIsWholeToo() throws Exception {
        var asked = ask(Script.stream().whole());

        assertThat(asked.events()).hasSize(1).first().isInstanceOf(RunEvent.Usage.class);
        assertThat(asked.outcome()).isEqualTo(new Outcome.Complete("end_turn"));
    }

    @Test
    void emptyPiecesAreNotTold() throws Exception {
        var asked = ask(Script.stream().text("", "a", "").reasoning("").whole());

        assertThat(asked.events()).hasSize(2).first().isEqualTo(new RunEvent.Text("a"));
    }

    @ParameterizedTest
    @CsvSource({
        "end_turn, COMPLETE",
        "stop_sequence, COMPLETE",
        "max_tokens, CUT_OFF",
        "model_context_window_exceeded, CUT_OFF",
        "guardrail_intervened, BLOCKED",
        "content_filtered, BLOCKED",
        "tool_use, INTERRUPTED",
        "malformed_model_output, INTERRUPTED",
        "malformed_tool_use, INTERRUPTED",
        "not_yet_invented, INTERRUPTED"
    })
    void stopReasonDecidesTheOutcome(String stopReason, String code) throws Exception {
        var asked =
                ask(Script.stream().text("a").stop(stopReason).metadata(1, 2).end());

        assertThat(asked.outcome().code()).isEqualTo(code);
    }

    @Test
    void unknownStopReasonIsNamed() throws Exception {
        var asked = ask(Script.stream()
                .text("a")
                .stop("not_yet_invented")
                .metadata(1, 2)
                .end());

        assertThat(asked.outcome())
                .isEqualTo(new Outcome.Interrupted("The model stopped for a reason that Quarry does not know:"
                        + " not_yet_invented. The answer may not be whole."));
    }

    @Test
    void unknownEventIsPassedOver() throws Exception {
        var asked = ask(Script.stream()
                .text("a")
                .event("weather", "{\"sun\":true}")
                .text("b")
                .whole());

        assertThat(asked.text()).isEqualTo("ab");
        assertThat(asked.outcome()).isEqualTo(new Outcome.Complete("end_turn"));
    }

    @ParameterizedTest
    @CsvSource({"FIN", "HALF_FRAME", "HALF_CHUNK", "CLEAN_END"})
    void streamThatEndsEarlyIsInterrupted(String fault) throws Exception {
        var script = Script.stream().text("one ", "two");
        var asked = ask(
                switch (fault) {
                    case "FIN" -> script;
                    case "HALF_FRAME" -> script.halfFrame();
                    case "HALF_CHUNK" -> script.halfChunk();
                    default -> script.end();
                });

        assertThat(asked.text()).isEqualTo("one two");
        assertThat(asked.outcome())
                .isEqualTo(new Outcome.Interrupted("Amazon Bedrock closed the connection before the answer was whole."
                        + " Continue, or run again."));
    }

    @Test
    void streamThatEndsBeforeAnyTextIsAFailedAttempt() throws Exception {
        var asked = ask(Script.stream());

        assertThat(asked.refusal().reason()).isEqualTo(Reason.CONNECTION);
        assertThat(asked.refusal().retryable()).isTrue();
        assertThat(asked.refusal()).hasMessageContaining("before any answer came");
    }

    @Test
    void resetAfterTextIsInterrupted() throws Exception {
        var told = new CountDownLatch(1);
        try (var endpoint = FaultEndpoint.answering(
                        Script.stream().text("one").until(told).reset());
                var connection = endpoint.connection()) {
            var asked = Asked.of(connection, Asked.request("Hi"), _ -> told.countDown());

            assertThat(asked.text()).isEqualTo("one");
            assertThat(asked.outcome())
                    .isEqualTo(new Outcome.Interrupted("The connection to "
                            + endpoint.uri().getAuthority() + " was lost before the answer was whole. Continue, or run"
                            + " again."));
            assertThat(endpoint.requests()).hasSize(1);
        }
    }

    @Test
    void damagedFrameAfterTextIsInterrupted() throws Exception {
        var asked = ask(Script.stream().text("one").corrupt().text("two").whole());

        assertThat(asked.text()).isEqualTo("one");
        assertThat(asked.outcome())
                .isEqualTo(new Outcome.Interrupted(
                        "The answer arrived damaged from here on and was stopped. Continue, or run again."));
    }

    @Test
    void payloadThatIsNotJsonIsInterrupted() throws Exception {
        var asked = ask(Script.stream()
                .text("one")
                .event("contentBlockDelta", "{never seen")
                .whole());

        assertThat(asked.text()).isEqualTo("one");
        assertThat(asked.outcome())
                .isEqualTo(new Outcome.Interrupted(
                        "The answer arrived damaged from here on and was stopped. Continue, or run again."));
    }

    @Test
    void stallAfterTextIsInterrupted() throws Exception {
        var asked = askImpatiently(Script.stream().text("one").hold());

        assertThat(asked.text()).isEqualTo("one");
        assertThat(asked.outcome())
                .isEqualTo(new Outcome.Interrupted("Nothing more came from eu.amazon.nova-pro-v1:0 for 300 ms,"
                        + " so the answer is not whole. Continue, or run again."));
    }

    @Test
    void stallBeforeTextIsATimeoutThatIsNotTriedAgain() throws Exception {
        var asked = askImpatiently(Script.nothing().hold());

        assertThat(asked.refusal().reason()).isEqualTo(Reason.TIMEOUT);
        assertThat(asked.refusal().retryable()).isFalse();
        assertThat(asked.refusal())
                .hasMessage("Nothing came from eu.amazon.nova-pro-v1:0 for 300 ms. Run again, or ask for less at"
                        + " a time.");
    }

    @Test
    void answerThatFlowsSlowlyIsNotCut() throws Exception {
        var script = Script.stream();
        for (var i = 0; i < 5; i++) {
            script.text("x").pause(Duration.ofMillis(250)); // more in all than the idle limit
        }
        var asked = askImpatiently(script.whole(), Duration.ofSeconds(1));

        assertThat(asked.outcome()).isEqualTo(new Outcome.Complete("end_turn"));
    }

    @Test
    void answerThatTheServiceDidNotConfirmIsNotCalledWhole() throws Exception {
        var asked = ask(Script.stream().text("one").stop("end_turn").end());

        assertThat(asked.outcome())
                .isEqualTo(new Outcome.Interrupted("The model said it was done, but the connection ended before the"
                        + " service confirmed it with its token counts. The answer is probably whole: check its end."));
    }

    @Test
    void limitStandsWithoutTokenCounts() throws Exception {
        var asked = ask(Script.stream().text("one").stop("max_tokens"));

        assertThat(asked.outcome()).isEqualTo(new Outcome.CutOff("max_tokens"));
    }

    @Test
    void answerIsWholeThoughTheConnectionBreaksAfterItsLastEvent() throws Exception {
        var counted = new CountDownLatch(1);
        try (var endpoint = FaultEndpoint.answering(Script.stream()
                        .text("one")
                        .stop("end_turn")
                        .metadata(1, 2)
                        .until(counted)
                        .reset());
                var connection = endpoint.connection()) {
            var asked = Asked.of(connection, Asked.request("Hi"), event -> {
                if (event instanceof RunEvent.Usage) {
                    counted.countDown();
                }
            });

            assertThat(asked.outcome()).isEqualTo(new Outcome.Complete("end_turn"));
        }
    }

    @Test
    void answerIsWholeThoughTheServiceForgetsToClose() throws Exception {
        try (var endpoint = FaultEndpoint.answering(
                Script.stream().text("one").stop("end_turn").metadata(1, 2).hold())) {
            var asked = ask(endpoint);

            assertThat(asked.outcome()).isEqualTo(new Outcome.Complete("end_turn"));
            endpoint.awaitClientLeft();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "throttlingException, THROTTLED, true",
        "serviceUnavailableException, UNAVAILABLE, true",
        "internalServerException, UNAVAILABLE, true",
        "modelStreamErrorException, UNAVAILABLE, true",
        "validationException, VALIDATION, false",
        "inventedException, UNAVAILABLE, true"
    })
    void exceptionEventEndsTheAnswerWithWhatCameBeforeIt(String type, Reason reason, boolean retryable)
            throws Exception {
        try (var endpoint = FaultEndpoint.answering(Script.stream()
                .gather()
                .text("1", "2", "3", "4", "5")
                .exception(type, "no")
                .flush()
                .hold())) {
            var asked = ask(endpoint);

            assertThat(asked.text()).isEqualTo("12345");
            assertThat(failure(asked).reason()).isEqualTo(reason);
            assertThat(failure(asked).retryable()).isEqualTo(retryable);
            assertThat(endpoint.requests()).hasSize(1);
            endpoint.awaitClientLeft();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "throttlingException, THROTTLED, true",
        "modelStreamErrorException, UNAVAILABLE, true",
        "validationException, VALIDATION, false"
    })
    void exceptionEventBeforeTextIsAFailedAttempt(String type, Reason reason, boolean retryable) throws Exception {
        var asked = ask(Script.stream().exception(type, "no").end());

        assertThat(asked.events()).isEmpty();
        assertThat(asked.refusal().reason()).isEqualTo(reason);
        assertThat(asked.refusal().retryable()).isEqualTo(retryable);
    }

    @Test
    void errorThatTheModelOfTheServiceDoesNotKnowIsAFailure() throws Exception {
        var asked = ask(Script.stream().text("one").error("SomethingNew", "no").end());

        assertThat(asked.text()).isEqualTo("one");
        assertThat(failure(asked).reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(failure(asked))
                .hasMessage("Amazon Bedrock has a problem of its own in us-east-1 (SomethingNew). Run again in a"
                        + " moment.");
    }

    @Test
    void connectionClosedBeforeHeadersIsAFailedAttempt() throws Exception {
        try (var endpoint = FaultEndpoint.answering(Script.nothing())) {
            var asked = ask(endpoint);

            assertThat(asked.refusal().reason()).isEqualTo(Reason.CONNECTION);
            assertThat(asked.refusal().retryable()).isTrue();
            assertThat(endpoint.requests()).hasSize(1);
        }
    }

    @Test
    void connectionResetBeforeHeadersIsAFailedAttempt() throws Exception {
        var asked = ask(Script.nothing().reset());

        assertThat(asked.refusal().reason()).isEqualTo(Reason.CONNECTION);
        assertThat(asked.refusal().retryable()).isTrue();
    }

    @Test
    void hugePieceComesInOne() throws Exception {
        var huge = "0123456789".repeat(100_000);
        var asked = ask(Script.stream().text(huge).whole());

        assertThat(asked.events().getFirst()).isEqualTo(new RunEvent.Text(huge));
    }

    @Test
    void twentyThousandPiecesComeInOrder() throws Exception {
        var asked = ask(Script.stream().texts(20_000, i -> i + " ").whole());

        assertThat(asked.events()).hasSize(20_001);
        assertThat(asked.text())
                .isEqualTo(IntStream.range(0, 20_000).mapToObj(i -> i + " ").collect(Collectors.joining()));
    }

    @Test
    void characterThatIsCutInTwoComesWhole() throws Exception {
        var asked = ask(Script.stream()
                .event("contentBlockDelta", "{\"contentBlockIndex\":0,\"delta\":{\"text\":\"a\\ud83d\"}}")
                .event("contentBlockDelta", "{\"contentBlockIndex\":0,\"delta\":{\"text\":\"\\ude00b\"}}")
                .whole());

        assertThat(asked.events().subList(0, 2))
                .containsExactly(new RunEvent.Text("a"), new RunEvent.Text("\ud83d\ude00b"));
    }

    private static RunException failure(Asked asked) {
        assertThat(asked.outcome()).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed) asked.outcome()).error();
    }

    private static Asked ask(Script script) throws InterruptedException {
        try (var endpoint = FaultEndpoint.answering(script)) {
            return ask(endpoint);
        }
    }

    private static Asked ask(FaultEndpoint endpoint) throws InterruptedException {
        try (var connection = endpoint.connection()) {
            return Asked.of(connection);
        }
    }

    private static Asked askImpatiently(Script script) throws Exception {
        return askImpatiently(script, Duration.ofMillis(300));
    }

    private static Asked askImpatiently(Script script, Duration idle) throws Exception {
        var patience = Patience.USUAL.withIdle(idle);
        try (var endpoint = FaultEndpoint.answering(script);
                var connection = BedrockConnection.loopback(endpoint.uri(), "impatient", patience)) {
            return Asked.of(connection);
        }
    }
}
