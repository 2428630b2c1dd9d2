package dev.quarry.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the models of one family take, as the data file says.
///
/// @param ids parts of the IDs of its models, in lower case
/// @param notBoth whether temperature and top-p exclude each other
/// @param refuses the reason by parameter: `temperature`, `top_p`, `stop_sequences`, `reasoning`, `service_tier`,
///     `latency`, `caching`, `metadata`
/// @param reasoning how it is told to reason; null when it is not
/// @param maxOutput the most tokens it writes; null when that is not known
record ModelFamily(
        String name,
        List<String> ids,
        boolean notBoth,
        Map<String, String> refuses,
        @Nullable ReasoningRule reasoning,
        @Nullable Integer maxOutput) {

    /// For a model of which nothing is known.
    static final ModelFamily UNKNOWN = new ModelFamily(
            "unknown",
            List.of(),
            true,
            Map.of("reasoning", "It is not known how this model is told to reason, so nothing is sent."),
            null,
            null);

    ModelFamily {
        ids = ids == null ? List.of() : List.copyOf(ids);
        refuses = refuses == null ? Map.of() : Map.copyOf(refuses);
    }

    boolean has(String model) {
        return ids.stream().anyMatch(model::contains);
    }
}
