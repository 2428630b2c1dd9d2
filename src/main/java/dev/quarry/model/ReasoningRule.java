package dev.quarry.model;

import dev.quarry.run.Reasoning;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a family is told to reason.
///
/// @param style `adaptive` and `budget` of Claude, `nova`, `effort-field` for the field `reasoning_effort`, or `always`
///     for one that cannot be told
/// @param offByDefault whether it does not reason when nothing is sent, which then is how `off` is said
/// @param levels in rising order
/// @param aloneAt the level that takes neither temperature, top-p nor a maximum of tokens; null for none
record ReasoningRule(
        String style,
        boolean offByDefault,
        List<String> levels,
        @Nullable String aloneAt) {
    private static final int LEAST_BUDGET = 1024;

    /// What is sent for a level, or for a number of tokens where the family has a budget.
    ///
    /// @return empty when the family knows no such level
    Optional<Reasoning> of(String wanted) {
        var level = wanted.strip().toLowerCase(java.util.Locale.ROOT);
        if (level.matches("\\d{1,7}")) {
            var tokens = Math.max(LEAST_BUDGET, Integer.parseInt(level));
            return takesBudget() ? Optional.of(budget(level, tokens)) : Optional.empty();
        }
        if (!levels.contains(level)) {
            return Optional.empty();
        }
        var off = level.equals("off");
        if (off && offByDefault) {
            return Optional.of(new Reasoning(level, Map.of(), null, 0));
        }
        return Optional.of(
                switch (style) {
                    case "adaptive" ->
                        off
                                ? new Reasoning(level, Map.of("thinking", Map.of("type", "disabled")), null, 0)
                                : new Reasoning(
                                        level, Map.of("thinking", Map.of("type", "adaptive")), level, tokens(level));
                    case "budget" -> off ? new Reasoning(level, Map.of(), null, 0) : budget(level, tokens(level));
                    case "nova" ->
                        new Reasoning(
                                level,
                                Map.of(
                                        "reasoningConfig",
                                        off
                                                ? Map.of("type", "disabled")
                                                : Map.of("type", "enabled", "maxReasoningEffort", level)),
                                null,
                                tokens(level));
                    default -> new Reasoning(level, Map.of("reasoning_effort", level), null, tokens(level));
                });
    }

    boolean takesBudget() {
        return style.equals("budget");
    }

    /// Whether that level of Claude thinks, and so takes no temperature other than its own.
    boolean thinks(String level) {
        return (takesBudget() || style.equals("adaptive")) && !level.equals("off");
    }

    /// About how many tokens it reasons for when it is told nothing. They count as output.
    int unaskedTokens() {
        var reasons = !offByDefault && !takesBudget();
        return reasons ? tokens("medium") : 0;
    }

    private static Reasoning budget(String level, int tokens) {
        return new Reasoning(
                level, Map.of("thinking", Map.of("type", "enabled", "budget_tokens", tokens)), null, tokens);
    }

    private static int tokens(String level) {
        return switch (level) {
            case "low" -> 2048;
            case "medium" -> 8192;
            case "high" -> 16_384;
            case "xhigh", "max" -> 32_768;
            default -> 0;
        };
    }
}
