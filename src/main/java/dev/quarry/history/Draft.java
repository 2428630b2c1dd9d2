package dev.quarry.history;

import java.util.Map;

/// What was being worked on, whether it was run or not: all that the panes of the input hold.
///
/// @param task the name of the picked preset; may be empty
/// @param values of its fields, by parameter name
/// @param language the ID of the input's language
public record Draft(String task, Map<String, String> values, String language, String input) {

    public Draft {
        values = Map.copyOf(values);
    }
}
