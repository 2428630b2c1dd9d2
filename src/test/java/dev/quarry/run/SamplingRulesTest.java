package dev.quarry.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplingRulesTest {

    @ParameterizedTest
    @CsvSource({
        "anthropic.claude-opus-5, true",
        "us.anthropic.claude-opus-4-7, true",
        "arn:aws:bedrock:eu-central-1:111122223333:inference-profile/eu.anthropic.claude-sonnet-5, true",
        "anthropic.claude-sonnet-4-5-20250929-v1:0, false",
        "amazon.nova-2-lite-v1:0, false",
        "qwen.qwen3-coder-30b-a3b-v1:0, false"
    })
    void newClaudeModelsTakeNoTemperature(String model, boolean refuses) {
        assertThat(SamplingRules.refusesTemperature(model).isPresent()).isEqualTo(refuses);
    }
}
