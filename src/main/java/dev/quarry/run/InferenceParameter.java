package dev.quarry.run;

import java.util.List;

/// What can be asked of a model besides the prompt.
public enum InferenceParameter {
    TEMPERATURE("temperature", "temperature"),
    TOP_P("top-p", "top_p", "topp", "top p"),
    MAX_TOKENS("maximum of tokens", "max_tokens", "maxtokens", "maximum tokens"),
    STOP_SEQUENCES("stop sequences", "stop_sequences", "stopsequences", "stop sequence"),
    REASONING(
            "reasoning",
            "thinking",
            "reasoning",
            "budget_tokens",
            "effort",
            "output_config",
            "outputconfig",
            "additionalmodelrequestfields"),
    SERVICE_TIER("service tier", "servicetier", "service_tier", "service tier"),
    LATENCY("latency-optimised inference", "latency", "performanceconfig", "performance config"),
    CACHING("prompt caching", "cachepoint", "cache_control", "cache point", "prompt caching"),
    GUARDRAIL("guardrail", "guardrail"),
    METADATA("request metadata", "requestmetadata", "request metadata");

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes one that cannot be changed
    private final List<String> signs;

    InferenceParameter(String words, String... signs) {
        this.words = words;
        this.signs = List.of(signs);
    }

    /// As it is put into a sentence.
    public String words() {
        return words;
    }

    /// Whether a complaint of the service is about it.
    ///
    /// @param complaint in lower case
    public boolean isNamedIn(String complaint) {
        return signs.stream().anyMatch(complaint::contains);
    }

    /// Whether a request may be sent again without it. A guardrail is a rule of the account and stays; without a
    /// maximum of tokens a model would reserve all that it can write.
    public boolean mayBeDropped() {
        return this != GUARDRAIL && this != MAX_TOKENS;
    }
}
