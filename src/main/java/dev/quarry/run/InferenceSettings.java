package dev.quarry.run;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the model is asked to answer. What is null or empty is not sent, so that the model's own default holds.
///
/// @param temperature 0.0 to 1.0
/// @param topP 0.0 to 1.0
/// @param maxTokens the most tokens of output, at least 1; Bedrock reserves quota by it, so size it for the task
/// @param stopSequences texts that end the answer
/// @param fast whether to ask for latency-optimised inference
/// @param caching whether the prompt's beginning is to be kept by the service for the next request
/// @param metadata noted by the service in its invocation log
public record InferenceSettings(
        @Nullable Double temperature,
        @Nullable Double topP,
        @Nullable Integer maxTokens,
        List<String> stopSequences,
        @Nullable Reasoning reasoning,
        @Nullable ServiceTier tier,
        boolean fast,
        boolean caching,
        @Nullable Guardrail guardrail,
        Map<String, String> metadata) {

    /// Sends nothing: every default is the model's.
    public static final InferenceSettings MODEL_DEFAULTS = new InferenceSettings(null, null, null, List.of());

    public InferenceSettings {
        requireShare("temperature", temperature);
        requireShare("topP", topP);
        if (maxTokens != null && maxTokens < 1) {
            throw new IllegalArgumentException("maxTokens must be at least 1, is " + maxTokens);
        }
        stopSequences = List.copyOf(stopSequences);
        metadata = Map.copyOf(metadata);
    }

    /// The parameters that every task has.
    public InferenceSettings(
            @Nullable Double temperature,
            @Nullable Double topP,
            @Nullable Integer maxTokens,
            List<String> stopSequences) {
        this(temperature, topP, maxTokens, stopSequences, null, null, false, false, null, Map.of());
    }

    /// Whether that parameter is sent.
    public boolean has(InferenceParameter parameter) {
        return switch (parameter) {
            case TEMPERATURE -> temperature != null;
            case TOP_P -> topP != null;
            case MAX_TOKENS -> maxTokens != null;
            case STOP_SEQUENCES -> !stopSequences.isEmpty();
            case REASONING -> reasoning != null;
            case SERVICE_TIER -> tier != null;
            case LATENCY -> fast;
            case CACHING -> caching;
            case GUARDRAIL -> guardrail != null;
            case METADATA -> !metadata.isEmpty();
        };
    }

    /// The same, but for one parameter, which is not sent.
    public InferenceSettings without(InferenceParameter parameter) {
        return new InferenceSettings(
                parameter == InferenceParameter.TEMPERATURE ? null : temperature,
                parameter == InferenceParameter.TOP_P ? null : topP,
                parameter == InferenceParameter.MAX_TOKENS ? null : maxTokens,
                parameter == InferenceParameter.STOP_SEQUENCES ? List.of() : stopSequences,
                parameter == InferenceParameter.REASONING ? null : reasoning,
                parameter == InferenceParameter.SERVICE_TIER ? null : tier,
                parameter != InferenceParameter.LATENCY && fast,
                parameter != InferenceParameter.CACHING && caching,
                parameter == InferenceParameter.GUARDRAIL ? null : guardrail,
                parameter == InferenceParameter.METADATA ? Map.of() : metadata);
    }

    private static void requireShare(String name, @Nullable Double value) {
        if (value != null && !(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be from 0 to 1, is " + value);
        }
    }
}
