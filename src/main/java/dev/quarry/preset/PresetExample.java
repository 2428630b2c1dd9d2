package dev.quarry.preset;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A test of a preset: an input, and what the answer to it must be. Immutable.
///
/// @param name one line, unique in its preset
/// @param language of the input, by the name or ID of a language; null to tell it by its text
/// @param values of the preset's parameters, by name; the others take their defaults
/// @param expectations at least one
public record PresetExample(
        String name,
        @Nullable String language,
        String input,
        Map<String, String> values,
        List<Expectation> expectations) {

    public PresetExample {
        name = name.strip();
        input = Preset.withPlainLineEnds(input);
        values = Map.copyOf(values);
        expectations = List.copyOf(expectations);
    }
}
