package dev.quarry.run;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How much a model is to think before it answers, in the words of its family.
///
/// @param level as the user chose it, such as `high`, `off`, or a number of tokens
/// @param fields what the family's own field of the request holds; empty for nothing. Values are strings, whole
///     numbers and maps of these
/// @param effort of the request itself; null where the family has it in its fields
/// @param tokens about how many tokens of output it may take
public record Reasoning(
        String level, Map<String, Object> fields, @Nullable String effort, int tokens) {

    public Reasoning {
        fields = Map.copyOf(fields);
    }
}
