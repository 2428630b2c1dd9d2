package dev.quarry.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.quarry.run.Guardrail;
import dev.quarry.run.InferenceParameter;
import dev.quarry.run.InferenceSettings;
import dev.quarry.run.ParameterChoices;
import dev.quarry.run.ServiceTier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What each family is sent of the same choices, and what is said of the rest.
class ModelRulesTest {
    private static final String APPLICATION =
            "arn:aws:bedrock:eu-central-1:111122223333:application-inference-profile/abc";

    @TempDir
    private Path folder;

    private static ParameterChoices choices(String reasoning) {
        return new ParameterChoices(
                0.9,
                null,
                List.of("END"),
                reasoning,
                ServiceTier.FLEX,
                true,
                true,
                new Guardrail("gr", "1"),
                Map.of("team", "a"));
    }

    private ModelRules rules() {
        return new ModelRules(folder.resolve("families.json"), new LearnedRules(folder.resolve("learned.json")));
    }

    /// All that is sent, in words that are easy to compare.
    private static String words(InferenceSettings sent) {
        var reasoning = sent.reasoning();
        return Stream.of(
                        sent.temperature() == null ? "" : "t=" + sent.temperature(),
                        sent.topP() == null ? "" : "p=" + sent.topP(),
                        sent.maxTokens() == null ? "" : "max=" + sent.maxTokens(),
                        sent.stopSequences().isEmpty() ? "" : "stop",
                        reasoning == null ? "" : "r=" + reasoning.fields() + "/" + reasoning.effort(),
                        sent.tier() == null ? "" : "tier",
                        sent.fast() ? "fast" : "",
                        sent.caching() ? "cache" : "",
                        sent.guardrail() == null ? "" : "guard",
                        sent.metadata().isEmpty() ? "" : "meta")
                .filter(part -> !part.isEmpty())
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            anthropic.claude-opus-5                     | high   | max=20384 stop r={thinking={type=adaptive}}/high tier cache guard meta
            anthropic.claude-opus-5                     | off    | max=4000 stop r={thinking={type=disabled}}/null tier cache guard meta
            anthropic.claude-opus-5                     |        | max=12192 stop tier cache guard meta
            us.anthropic.claude-sonnet-5                | xhigh  | max=36768 stop r={thinking={type=adaptive}}/xhigh tier cache guard meta
            global.anthropic.claude-opus-5-5            | off    | max=12192 stop tier cache guard meta
            anthropic.claude-sonnet-5-5                 | low    | max=6048 stop r={thinking={type=adaptive}}/low tier cache guard meta
            anthropic.claude-fable-5-1                  | off    | max=12192 stop tier cache guard meta
            anthropic.claude-opus-4-7                   | off    | max=4000 stop r={}/null tier cache guard meta
            anthropic.claude-opus-4-8                   |        | max=4000 stop tier cache guard meta
            anthropic.claude-haiku-9                    | high   | max=20384 stop r={thinking={type=adaptive}}/high tier cache guard meta
            eu.anthropic.claude-sonnet-4-6              |        | p=0.9 max=4000 stop tier cache guard meta
            eu.anthropic.claude-sonnet-4-6              | off    | p=0.9 max=4000 stop r={}/null tier cache guard meta
            anthropic.claude-opus-4-6-v1                | max    | max=36768 stop r={thinking={type=adaptive}}/max tier cache guard meta
            anthropic.claude-opus-4-6-v1                | xhigh  | p=0.9 max=4000 stop tier cache guard meta
            anthropic.claude-opus-4-5-20251101-v1:0     | low    | max=6048 stop r={thinking={budget_tokens=2048, type=enabled}}/null tier cache guard meta
            anthropic.claude-sonnet-4-5-20250929-v1:0   | off    | p=0.9 max=4000 stop r={}/null tier cache guard meta
            anthropic.claude-opus-4-1-20250805-v1:0     | high   | max=20384 stop r={thinking={budget_tokens=16384, type=enabled}}/null tier cache guard meta
            anthropic.claude-3-5-haiku-20241022-v1:0    | high   | t=0.2 p=0.9 max=4000 stop tier fast cache guard meta
            anthropic.claude-3-5-sonnet-20241022-v2:0   | high   | t=0.2 p=0.9 max=4000 stop tier guard meta
            anthropic.claude-3-sonnet-20240229-v1:0     | high   | t=0.2 p=0.9 max=4000 stop tier guard meta
            eu.amazon.nova-2-lite-v1:0                  | high   | stop r={reasoningConfig={maxReasoningEffort=high, type=enabled}}/null tier cache guard meta
            eu.amazon.nova-2-lite-v1:0                  | low    | t=0.2 p=0.9 max=6048 stop r={reasoningConfig={maxReasoningEffort=low, type=enabled}}/null tier cache guard meta
            eu.amazon.nova-2-lite-v1:0                  | off    | t=0.2 p=0.9 max=4000 stop r={}/null tier cache guard meta
            amazon.nova-pro-v1:0                        | high   | t=0.2 p=0.9 max=4000 stop tier fast cache guard meta
            amazon.nova-lite-v1:0                       |        | t=0.2 p=0.9 max=4000 stop tier cache guard meta
            openai.gpt-oss-120b-1:0                     | low    | t=0.2 p=0.9 max=6048 stop r={reasoning_effort=low}/null tier guard meta
            openai.gpt-oss-120b-1:0                     |        | t=0.2 p=0.9 max=12192 stop tier guard meta
            deepseek.r1-v1:0                            | low    | t=0.2 p=0.9 max=12192 stop tier guard meta
            meta.llama3-1-70b-instruct-v1:0             | low    | t=0.2 p=0.9 max=4000 stop tier fast guard meta
            qwen.qwen3-coder-30b-a3b-v1:0               | low    | t=0.2 p=0.9 max=4000 stop tier guard meta
            mistral.devstral-2-123b                     | low    | t=0.2 p=0.9 max=4000 stop tier guard meta
            nobody.knows-v1:0                           | low    | p=0.9 max=4000 stop tier fast cache guard meta
            """)
    void eachFamilyIsSentWhatItTakes(String model, String reasoning, String sent) {
        var settings = rules().of(model).settings(0.2, choices(reasoning), 4000, 100);

        // The order of a map's entries is not fixed.
        assertThat(sorted(words(settings))).isEqualTo(sorted(sent));
    }

    private static String sorted(String words) {
        return words.replace("{type=enabled, maxReasoningEffort=", "{maxReasoningEffort=")
                .replaceAll("\\{maxReasoningEffort=(\\w+)}", "{maxReasoningEffort=$1, type=enabled}")
                .replaceAll("\\{type=enabled, budget_tokens=(\\d+)}", "{budget_tokens=$1, type=enabled}");
    }

    @Test
    void thinkingWithinABudgetTakesNoSamplingAndMakesRoomForTheAnswer() {
        var takes = rules().of("anthropic.claude-sonnet-4-5-20250929-v1:0");

        var sent = takes.settings(0.2, choices("9000"), 4000, 100);

        assertThat(sent.temperature()).isNull();
        assertThat(sent.topP()).isNull();
        assertThat(sent.maxTokens()).isEqualTo(13_000);
        assertThat(sent.reasoning().fields())
                .isEqualTo(Map.of("thinking", Map.of("type", "enabled", "budget_tokens", 9000)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            anthropic.claude-opus-5       | TEMPERATURE | refuses a temperature
            anthropic.claude-opus-5       | TOP_P       | refuses top-p
            anthropic.claude-fable-5      | TEMPERATURE | refuses a temperature
            anthropic.claude-haiku-9      | TEMPERATURE | refuses a temperature
            anthropic.claude-sonnet-4-5   | LATENCY     | not offered for this model
            anthropic.claude-3-5-sonnet   | CACHING     | not offered for this model
            anthropic.claude-3-opus       | REASONING   | does not reason
            amazon.nova-lite-v1:0         | REASONING   | does not reason
            amazon.nova-lite-v1:0         | LATENCY     | not offered for this model
            openai.gpt-oss-120b-1:0       | CACHING     | not offered for this model
            deepseek.r1-v1:0              | REASONING   | always reasons
            meta.llama3-1-70b-instruct    | CACHING     | not offered for this model
            qwen.qwen3-coder-30b-a3b-v1:0 | CACHING     | not offered for this model
            mistral.devstral-2-123b       | REASONING   | not known
            nobody.knows-v1:0             | REASONING   | not known
            """)
    void whatIsDisabledSaysWhy(String model, InferenceParameter parameter, String words) {
        assertThat(rules().of(model).refusal(parameter).orElseThrow()).contains(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            anthropic.claude-opus-5-5   | off   | low, medium, high, xhigh, max
            anthropic.claude-opus-5     | huge  | off, low, medium, high, xhigh, max
            anthropic.claude-opus-4-6   | 9000  | off, low, medium, high, max
            amazon.nova-2-lite-v1:0     | max   | off, low, medium, high
            """)
    void aLevelThatTheModelDoesNotKnowIsSaidWithThoseThatItDoes(String model, String level, String levels) {
        assertThat(rules().of(model).unknownReasoning(level))
                .contains("This model knows these levels of reasoning: " + levels + ".");
    }

    @Test
    void aModelThatCannotBeToldIsNotSaidToKnowLevels() {
        assertThat(rules().of("deepseek.r1-v1:0").unknownReasoning("low")).isEmpty();
        assertThat(rules().of("deepseek.r1-v1:0").reasoningLevels()).isEmpty();
    }

    @Test
    void eachEntrySaysWhereItIsFromAndNoneHidesAnother() throws Exception {
        var tree = new JsonMapper().readTree(ModelRules.class.getResourceAsStream("/dev/quarry/model/families.json"));
        assertThat(LocalDate.parse(tree.path("date").asText())).isAfter(LocalDate.parse("2026-11-01"));
        var before = new ArrayList<String>();
        for (var family : tree.path("families")) {
            assertThat(family.path("sources")).as(family.path("name").asText()).isNotEmpty();
            for (var id : family.path("ids")) {
                assertThat(before).as("parts of IDs before " + id.asText()).noneMatch(id.asText()::contains);
                before.add(id.asText());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"10, 2048", "6000, 4000", "900000, 16384"})
    void withoutAdviceTheMaximumIsSizedByTheTask(int promptUnits, int tokens) {
        assertThat(rules().of("nobody.knows")
                        .settings(null, ParameterChoices.NONE, null, promptUnits)
                        .maxTokens())
                .isEqualTo(tokens);
        assertThat(rules().of("anthropic.claude-3-opus")
                        .settings(null, ParameterChoices.NONE, null, promptUnits)
                        .maxTokens())
                .as("no more than the model writes")
                .isLessThanOrEqualTo(4096);
    }

    @Test
    void whatAModelRefusedIsNotSentAgainAndIsRememberedOnDisk() {
        var learned = new LearnedRules(folder.resolve("learned.json"));
        learned.learn("my.model", InferenceParameter.STOP_SEQUENCES, false);
        learned.learn("my.other", InferenceParameter.TOP_P, true);

        var takes = rules().of("my.model");
        assertThat(takes.refusal(InferenceParameter.STOP_SEQUENCES))
                .contains("This model refused stop sequences before, so it is not sent any more.");
        assertThat(takes.settings(0.2, choices(null), 4000, 100).stopSequences())
                .isEmpty();
        assertThat(rules().of("my.other").takesNotBoth()).isTrue();
        assertThat(rules().of("my.third").refusal(InferenceParameter.STOP_SEQUENCES))
                .isEmpty();
    }

    @Test
    void aDamagedFileOfLessonsTeachesNothing() throws Exception {
        Files.writeString(folder.resolve("learned.json"), "{oops");
        assertThat(rules().of("my.model").refusal(InferenceParameter.TEMPERATURE))
                .isEmpty();
    }

    @Test
    void theFileOfTheUserGoesBeforeTheBuiltInOne() throws Exception {
        Files.writeString(folder.resolve("families.json"), """
                {"families": [{"name": "mine", "ids": ["claude-opus-5"], "refuses": {"stop_sequences": "Not here."}}]}""");

        var takes = rules().of("eu.anthropic.claude-opus-5");

        assertThat(takes.refusal(InferenceParameter.TEMPERATURE)).isEmpty();
        assertThat(takes.refusal(InferenceParameter.STOP_SEQUENCES)).contains("Not here.");
    }

    @Test
    void theModelBehindAProfileOfTheAccountTellsWhatItTakes() {
        var rules = rules();
        assertThat(rules.of(APPLICATION).refusal(InferenceParameter.TEMPERATURE))
                .isEmpty();
        rules.know(new ModelList(
                List.of(new ModelEntry(
                        APPLICATION,
                        "mine",
                        "",
                        ModelEntry.Kind.APPLICATION,
                        "anthropic.claude-opus-5",
                        false,
                        APPLICATION,
                        List.of())),
                Instant.now(),
                null));

        assertThat(rules.of(APPLICATION).refusal(InferenceParameter.TEMPERATURE))
                .isPresent();
    }
}
