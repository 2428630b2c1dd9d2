package dev.quarry.run;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the user chose for all tasks, before it is known what the model takes. The temperature is chosen by task
/// and not here.
///
/// @param topP 0.0 to 1.0; null leaves it to the model
/// @param maxTokens at least 1; null has it sized by the task
/// @param reasoning a level of the model's family, or a number of tokens; null leaves it to the model
/// @param tier null leaves it to the account
public record ParameterChoices(
        @Nullable Double topP,
        @Nullable Integer maxTokens,
        List<String> stopSequences,
        @Nullable String reasoning,
        @Nullable ServiceTier tier,
        boolean fast,
        boolean caching,
        @Nullable Guardrail guardrail,
        Map<String, String> metadata) {

    /// Everything is left to task and model.
    public static final ParameterChoices NONE =
            new ParameterChoices(null, null, List.of(), null, null, false, false, null, Map.of());

    public ParameterChoices {
        if (topP != null && !(topP >= 0 && topP <= 1)) {
            throw new IllegalArgumentException("topP must be from 0 to 1, is " + topP);
        }
        if (maxTokens != null && maxTokens < 1) {
            throw new IllegalArgumentException("maxTokens must be at least 1, is " + maxTokens);
        }
        stopSequences = stopSequences == null ? List.of() : List.copyOf(stopSequences);
        metadata = metadata == null ? Map.of() : Map.copyOf(metadata);
    }
}
