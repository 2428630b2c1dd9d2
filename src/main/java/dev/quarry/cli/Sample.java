package dev.quarry.cli;

import dev.quarry.language.Language;
import java.util.Map;

/// An input to try a preset with; the samples' connection has an answer to it.
///
/// @param name short, in lower case, without spaces
/// @param preset the name of the preset it is for
/// @param language of the input
/// @param values of the preset's parameters, by name
public record Sample(String name, String preset, Language language, Map<String, String> values, String input) {

    public Sample {
        values = Map.copyOf(values);
    }
}
