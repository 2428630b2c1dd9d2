package dev.quarry.model;

import dev.quarry.run.InferenceParameter;
import dev.quarry.run.InferenceSettings;
import dev.quarry.run.ParameterChoices;
import dev.quarry.run.Reasoning;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one model takes, and what is sent of what the user chose.
public final class ModelTakes {
    private static final int LEAST_ROOM = 1024;

    /// For a model of which nothing is known.
    public static final ModelTakes UNKNOWN = new ModelTakes(ModelFamily.UNKNOWN, Set.of(), false);

    private final ModelFamily family;
    private final Set<InferenceParameter> refused;
    private final boolean learnedNotBoth;

    ModelTakes(ModelFamily family, Set<InferenceParameter> refused, boolean learnedNotBoth) {
        this.family = family;
        this.refused = refused;
        this.learnedNotBoth = learnedNotBoth;
    }

    /// Why it does not take that parameter, in one sentence; empty when it does, or nothing is known against it.
    public Optional<String> refusal(InferenceParameter parameter) {
        var known = family.refuses().get(key(parameter));
        if (known != null) {
            return Optional.of(known);
        }
        return refused.contains(parameter)
                ? Optional.of("This model refused " + parameter.words() + " before, so it is not sent any more.")
                : Optional.empty();
    }

    /// The levels of reasoning it knows, in rising order; empty when it is not told.
    public List<String> reasoningLevels() {
        var rule = family.reasoning();
        return rule == null || refused.contains(InferenceParameter.REASONING) ? List.of() : rule.levels();
    }

    /// Whether it can be told to reason so.
    ///
    /// @param level one of [#reasoningLevels], or a number of tokens
    public boolean knowsReasoning(String level) {
        var rule = family.reasoning();
        return rule != null && !reasoningLevels().isEmpty() && rule.of(level).isPresent();
    }

    /// Whether a number of tokens may be named in place of a level.
    public boolean takesBudget() {
        var rule = family.reasoning();
        return rule != null && !reasoningLevels().isEmpty() && rule.takesBudget();
    }

    /// Why a level of reasoning is not sent to a model that can be told to reason; empty when it is.
    public Optional<String> unknownReasoning(String level) {
        var rule = family.reasoning();
        return rule == null || rule.levels().isEmpty() || rule.of(level).isPresent()
                ? Optional.empty()
                : Optional.of("This model knows these levels of reasoning: " + String.join(", ", rule.levels()) + ".");
    }

    /// Whether temperature and top-p exclude each other.
    public boolean takesNotBoth() {
        return family.notBoth() || learnedNotBoth;
    }

    /// What is sent: of what was chosen that which this model takes.
    ///
    /// @param temperature null for none
    /// @param advised the most tokens that the preset's author thinks the task needs; null for no advice
    /// @param promptUnits the length of the prompt in UTF-16 units, by which a task without advice is sized
    public InferenceSettings settings(
            @Nullable Double temperature, ParameterChoices chosen, @Nullable Integer advised, int promptUnits) {
        var reasoning = reasoning(chosen).orElse(null);
        var sampling = mixesWithSampling(reasoning);
        var warm = sampling && takes(InferenceParameter.TEMPERATURE) ? temperature : null;
        // Where a model takes one of them only, top-p was chosen and the temperature may be a preset's advice.
        var topP = sampling && takes(InferenceParameter.TOP_P) ? chosen.topP() : null;
        if (topP != null && takesNotBoth()) {
            warm = null;
        }
        return new InferenceSettings(
                warm,
                topP,
                isAlone(reasoning) ? null : maxTokens(chosen, advised, promptUnits, reasoning),
                takes(InferenceParameter.STOP_SEQUENCES) ? chosen.stopSequences() : List.of(),
                reasoning,
                takes(InferenceParameter.SERVICE_TIER) ? chosen.tier() : null,
                chosen.fast() && takes(InferenceParameter.LATENCY),
                chosen.caching() && takes(InferenceParameter.CACHING),
                chosen.guardrail(),
                takes(InferenceParameter.METADATA) ? chosen.metadata() : java.util.Map.of());
    }

    private boolean takes(InferenceParameter parameter) {
        return refusal(parameter).isEmpty();
    }

    private Optional<Reasoning> reasoning(ParameterChoices chosen) {
        var rule = family.reasoning();
        return rule == null || chosen.reasoning() == null || !takes(InferenceParameter.REASONING)
                ? Optional.empty()
                : rule.of(chosen.reasoning());
    }

    /// Claude that thinks within a budget takes no other temperature than its own, nor does Nova at its highest.
    private boolean mixesWithSampling(@Nullable Reasoning reasoning) {
        var rule = family.reasoning();
        return reasoning == null || rule == null || !(rule.thinks(reasoning.level()) || isAlone(reasoning));
    }

    private boolean isAlone(@Nullable Reasoning reasoning) {
        var rule = family.reasoning();
        return reasoning != null && rule != null && reasoning.level().equals(rule.aloneAt());
    }

    /// The service reserves quota by it, so it is sized by the task and not by what the model can write. Reasoning
    /// counts as output and comes on top.
    private int maxTokens(
            ParameterChoices chosen, @Nullable Integer advised, int promptUnits, @Nullable Reasoning reasoning) {
        var thinking = reasoning == null ? unaskedTokens() : reasoning.tokens();
        if (chosen.maxTokens() != null) {
            return Math.max(chosen.maxTokens(), reasoning == null || thinking == 0 ? 1 : thinking + LEAST_ROOM);
        }
        var most = family.maxOutput();
        var wanted = (advised == null ? TaskSize.tokens(promptUnits) : advised) + thinking;
        return most == null ? wanted : Math.max(Math.min(wanted, most), thinking == 0 ? 1 : thinking + LEAST_ROOM);
    }

    private int unaskedTokens() {
        var rule = family.reasoning();
        return rule == null ? 0 : rule.unaskedTokens();
    }

    private static String key(InferenceParameter parameter) {
        return parameter.name().toLowerCase(Locale.ROOT);
    }
}
