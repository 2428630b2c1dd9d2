package dev.quarry.ui.window;

import java.util.Map;

/// Something to try: an input and the task it goes with.
///
/// @param preset the name of a preset
/// @param values for some of the preset's fields; the others take their defaults
/// @param language an ID of [dev.quarry.language.Languages]
public record Example(String title, String preset, Map<String, String> values, String language, String input) {

    public Example {
        values = Map.copyOf(values);
    }
}
