package dev.quarry.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the model is asked to answer. What is null or empty is not sent, so that the model's own default holds.
///
/// @param temperature 0.0 to 1.0
/// @param topP 0.0 to 1.0
/// @param maxTokens the most tokens of output, at least 1; Bedrock reserves quota by it, so size it for the task
/// @param stopSequences texts that end the answer
public record InferenceSettings(
        @Nullable Double temperature,
        @Nullable Double topP,
        @Nullable Integer maxTokens,
        List<String> stopSequences) {

    /// Sends nothing: every default is the model's.
    public static final InferenceSettings MODEL_DEFAULTS = new InferenceSettings(null, null, null, List.of());

    public InferenceSettings {
        requireShare("temperature", temperature);
        requireShare("topP", topP);
        if (maxTokens != null && maxTokens < 1) {
            throw new IllegalArgumentException("maxTokens must be at least 1, is " + maxTokens);
        }
        stopSequences = List.copyOf(stopSequences);
    }

    private static void requireShare(String name, @Nullable Double value) {
        if (value != null && !(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be from 0 to 1, is " + value);
        }
    }
}
