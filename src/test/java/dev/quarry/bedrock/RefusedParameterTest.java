package dev.quarry.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.run.Backoff;
import dev.quarry.run.CodeAssistant;
import dev.quarry.run.Guardrail;
import dev.quarry.run.InferenceParameter;
import dev.quarry.run.InferenceSettings;
import dev.quarry.run.Message;
import dev.quarry.run.Outcome;
import dev.quarry.run.Reasoning;
import dev.quarry.run.RunEvent;
import dev.quarry.run.RunRequest;
import dev.quarry.run.ServiceTier;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A 400 about a parameter teaches: it is dropped, the request is sent once more, and the user is told.
class RefusedParameterTest {
    private static final InferenceSettings ALL = new InferenceSettings(
            0.2,
            0.9,
            500,
            List.of("END"),
            new Reasoning("low", Map.of("thinking", Map.of("type", "enabled", "budget_tokens", 1024)), "low", 1024),
            ServiceTier.PRIORITY,
            true,
            true,
            new Guardrail("gr-1", "2"),
            Map.of("team", "core"));

    private final List<RunEvent> events = new CopyOnWriteArrayList<>();
    private final List<String> lessons = new CopyOnWriteArrayList<>();

    private Outcome run(FaultEndpoint endpoint, InferenceSettings settings) throws Exception {
        try (var assistant = new CodeAssistant(
                        Backoff.NONE,
                        (model, parameter, together) -> lessons.add(model + " " + parameter + " " + together));
                var connection = endpoint.connection()) {
            var request = new RunRequest("my.model", "Be brief.", List.of(Message.user("Hello there")), settings);
            return assistant.run(connection, request, events::add).await().outcome();
        }
    }

    private static Script refusal(String message) {
        return Script.refusal(400, "ValidationException", message);
    }

    private static Script answer() {
        return Script.stream().text("ok").whole();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            `temperature` is deprecated for this model.                                  | TEMPERATURE    | false | temperature
            `temperature` and `top_p` cannot both be specified for this model.           | TOP_P          | true  | topP
            The model does not support the stopSequences field.                          | STOP_SEQUENCES | false | stopSequences
            thinking: Input should be a valid dictionary; temperature may only be 1      | REASONING      | false | thinking
            `thinking.type.enabled` is not supported for this model. Use `thinking.type.adaptive`. | REASONING | false | thinking
            output_config.effort: Extra inputs are not permitted                         | REASONING      | false | thinking
            The provided service tier is not supported for this model.                   | SERVICE_TIER   | false | serviceTier
            Latency performance configuration is not supported for the model.            | LATENCY        | false | performanceConfig
            You invoked an unsupported model or your request did not allow prompt caching. | CACHING      | false | cachePoint
            requestMetadata is malformed.                                                | METADATA       | false | requestMetadata
            """)
    void theParameterIsDroppedTheRestIsSentAgainAndTheUserIsTold(
            String message, InferenceParameter parameter, boolean together, String member) throws Exception {
        try (var endpoint = FaultEndpoint.answering(refusal(message), answer())) {
            assertThat(run(endpoint, ALL)).isInstanceOf(Outcome.Complete.class);

            assertThat(endpoint.requests()).hasSize(2);
            assertThat(endpoint.requests().getFirst().body()).contains(member);
            assertThat(endpoint.requests().getLast().body())
                    .doesNotContain(member)
                    .contains("\"maxTokens\":500", "gr-1");
            assertThat(lessons).containsExactly("my.model " + parameter + " " + together);
            assertThat(events)
                    .filteredOn(RunEvent.Dropped.class::isInstance)
                    .singleElement()
                    .satisfies(event -> assertThat(((RunEvent.Dropped) event).sentence())
                            .startsWith("The model my.model does not take ")
                            .endsWith("so the request is sent without it, now and from now on."));
        }
    }

    @Test
    void aParameterThatIsRefusedAgainEndsTheRun() throws Exception {
        try (var endpoint = FaultEndpoint.answering(refusal("`temperature` is deprecated for this model."))) {
            assertThat(run(endpoint, ALL)).isInstanceOf(Outcome.Failed.class);
            assertThat(endpoint.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The guardrail identifier or version provided in the request does not exist.
            The maximum tokens you requested exceeds the model limit of 400.
            """)
    void aGuardrailAndTheMaximumOfTokensAreNeverDropped(String message) throws Exception {
        try (var endpoint = FaultEndpoint.answering(refusal(message), answer())) {
            assertThat(run(endpoint, ALL)).isInstanceOf(Outcome.Failed.class);
            assertThat(endpoint.requests()).hasSize(1);
            assertThat(lessons).isEmpty();
        }
    }

    @Test
    void whatWasNotSentIsNotDropped() throws Exception {
        try (var endpoint = FaultEndpoint.answering(refusal("`temperature` is deprecated for this model."), answer())) {
            assertThat(run(endpoint, InferenceSettings.MODEL_DEFAULTS)).isInstanceOf(Outcome.Failed.class);
            assertThat(endpoint.requests()).hasSize(1);
        }
    }

    @Test
    void everyParameterGoesOverTheWireInItsPlace() throws Exception {
        try (var endpoint = FaultEndpoint.answering(answer())) {
            run(endpoint, ALL);

            assertThat(endpoint.requests().getFirst().body())
                    .contains(
                            "\"system\":[{\"text\":\"Be brief.\"},{\"cachePoint\":{\"type\":\"default\"}}]",
                            "\"thinking\":{",
                            "\"budget_tokens\":1024",
                            "\"outputConfig\":{\"effort\":\"low\"}",
                            "\"serviceTier\":{\"type\":\"priority\"}",
                            "\"performanceConfig\":{\"latency\":\"optimized\"}",
                            "\"guardrailConfig\":{\"guardrailIdentifier\":\"gr-1\",\"guardrailVersion\":\"2\"}",
                            "\"requestMetadata\":{\"team\":\"core\"}");
        }
    }
}
