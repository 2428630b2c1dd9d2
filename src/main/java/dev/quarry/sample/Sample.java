package dev.quarry.sample;

import java.util.Map;

/// A task with its input and a recorded answer, ready to be run.
///
/// @param id lower case with hyphens, such as `translate-python-go`; unique
/// @param title for a menu, such as `Translate Python to Go`
/// @param task the name of a built-in preset
/// @param language the ID of the input's language; `text` for a description in words
/// @param parameters what differs from the preset's defaults, by parameter name
/// @param input lines end in `\n`, the last one in nothing
/// @param answer Markdown, with line ends like the input's
public record Sample(
        String id,
        String title,
        String task,
        String language,
        Map<String, String> parameters,
        String input,
        String answer) {

    public Sample {
        parameters = Map.copyOf(parameters);
    }
}
