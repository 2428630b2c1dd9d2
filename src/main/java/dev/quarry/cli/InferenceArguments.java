package dev.quarry.cli;

import dev.quarry.run.Guardrail;
import dev.quarry.run.ParameterChoices;
import dev.quarry.run.ServiceTier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How the model is asked to answer, as named on the command line. What is named goes before what is kept.
final class InferenceArguments {
    @Option(names = "--max-tokens", paramLabel = "N", description = "The most tokens an answer may have.")
    private @Nullable String maxTokens;

    @Option(
            names = "--top-p",
            paramLabel = "0..1",
            description = "How many of the likely words the model chooses from.")
    private @Nullable String topP;

    @Option(names = "--stop", paramLabel = "TEXT", description = "A text that ends the answer. May be repeated.")
    private List<String> stops = new ArrayList<>();

    @Option(
            names = "--reasoning",
            paramLabel = "LEVEL|N",
            description = "How much the model thinks first: off, low, medium, high, max, or a number of tokens.")
    private @Nullable String reasoning;

    @Option(names = "--tier", paramLabel = "flex|default|priority", description = "The service tier.")
    private @Nullable String tier;

    @Option(names = "--fast", description = "Latency-optimised inference, for the models that have it.")
    private boolean fast;

    @Option(names = "--cache", description = "Has the service keep the system prompt for the next request.")
    private boolean caching;

    @Option(names = "--guardrail", paramLabel = "ID:VERSION", description = "A guardrail of the account.")
    private @Nullable String guardrail;

    @Option(
            names = "--metadata",
            paramLabel = "NAME=VALUE",
            description = "Noted in the account's invocation log. May be repeated.")
    private List<String> metadata = new ArrayList<>();

    ParameterChoices over(ParameterChoices kept) throws UsageException {
        return new ParameterChoices(
                topP == null ? kept.topP() : topP(topP),
                maxTokens == null ? kept.maxTokens() : maxTokens(maxTokens),
                stops.isEmpty() ? kept.stopSequences() : stops,
                reasoning == null ? kept.reasoning() : reasoning(reasoning),
                tier == null ? kept.tier() : tier(tier),
                fast || kept.fast(),
                caching || kept.caching(),
                guardrail == null ? kept.guardrail() : guardrail(guardrail),
                metadata.isEmpty() ? kept.metadata() : metadata());
    }

    private static Integer maxTokens(String value) throws UsageException {
        if (value.matches("0*[1-9]\\d{0,8}")) {
            return Integer.valueOf(value);
        }
        throw new UsageException("--max-tokens is a whole number from 1 on, not " + value + ".");
    }

    private static Double topP(String value) throws UsageException {
        if (value.matches("0|1|[01]?\\.\\d{1,9}") && Double.parseDouble(value) <= 1) {
            return Double.valueOf(value);
        }
        throw new UsageException("--top-p is a number from 0 to 1, not " + value + ".");
    }

    private static String reasoning(String value) throws UsageException {
        var level = value.toLowerCase(Locale.ROOT);
        if (level.matches("off|low|medium|high|max|[1-9]\\d{0,6}")) {
            return level;
        }
        throw new UsageException(
                "--reasoning is off, low, medium, high, max, or a number of tokens, not " + value + ".");
    }

    private static ServiceTier tier(String value) throws UsageException {
        for (var tier : ServiceTier.values()) {
            if (tier.name().toLowerCase(Locale.ROOT).equals(value)) {
                return tier;
            }
        }
        throw new UsageException("--tier is flex, default or priority, not " + value + ".");
    }

    private static Guardrail guardrail(String value) throws UsageException {
        var colon = value.lastIndexOf(':');
        // An ARN has colons of its own; the version is a number or DRAFT.
        if (colon > 0 && value.substring(colon + 1).matches("\\d+|DRAFT")) {
            return new Guardrail(value.substring(0, colon), value.substring(colon + 1));
        }
        throw new UsageException("--guardrail is ID:VERSION, the version a number or DRAFT, not " + value + ".");
    }

    private Map<String, String> metadata() throws UsageException {
        var all = new LinkedHashMap<String, String>();
        for (var pair : metadata) {
            var equals = pair.indexOf('=');
            if (equals < 1) {
                throw new UsageException("--metadata takes NAME=VALUE, not " + pair + ".");
            }
            all.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return all;
    }
}
