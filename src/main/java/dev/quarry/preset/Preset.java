package dev.quarry.preset;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A task that can be run: what it asks of the user, and the prompt it makes of that. Immutable.
///
/// @param name what the task picker shows, one line; unique in a folder, whatever the case
/// @param order where the task picker shows it, at least 0, smallest first; equal ones by name
/// @param replacesInput whether a good answer takes the place of the input, as a refactoring does; it then opens as a
/// diff
/// @param outputLanguage the name of the parameter that names the answer's language, or null when it is the input's
/// @param temperature the author's advice, 0.0 to 1.0, or null
/// @param maxTokens the author's size for an answer, at least 1, or null
/// @param model the model the preset is pinned to, or null
/// @param systemTemplate Mustache; may be empty
/// @param userTemplate Mustache; not empty
/// @param examples what the preset is tested with
public record Preset(
        String name,
        String description,
        int order,
        Input input,
        Output output,
        boolean replacesInput,
        @Nullable String outputLanguage,
        @Nullable Double temperature,
        @Nullable Integer maxTokens,
        @Nullable String model,
        List<Parameter> parameters,
        String systemTemplate,
        String userTemplate,
        List<PresetExample> examples) {

    /// Where a preset stands whose author did not say: behind the built-in ones.
    public static final int DEFAULT_ORDER = 1000;

    /// What goes into the input pane.
    public enum Input {
        CODE,
        TEXT
    }

    /// What the answer is read as.
    public enum Output {
        CODE,
        MARKDOWN,
        FINDINGS
    }

    /// Takes off what a file does not keep: white space around the texts, and line ends other than `\n`.
    public Preset {
        name = name.strip();
        description = tidy(description);
        parameters = List.copyOf(parameters);
        systemTemplate = tidy(systemTemplate);
        userTemplate = tidy(userTemplate);
        examples = List.copyOf(examples);
    }

    /// A preset without examples.
    public Preset(
            String name,
            String description,
            int order,
            Input input,
            Output output,
            boolean replacesInput,
            @Nullable String outputLanguage,
            @Nullable Double temperature,
            @Nullable Integer maxTokens,
            @Nullable String model,
            List<Parameter> parameters,
            String systemTemplate,
            String userTemplate) {
        this(
                name,
                description,
                order,
                input,
                output,
                replacesInput,
                outputLanguage,
                temperature,
                maxTokens,
                model,
                parameters,
                systemTemplate,
                userTemplate,
                List.of());
    }

    /// The same under another name.
    public Preset named(String other) {
        return new Preset(
                other,
                description,
                order,
                input,
                output,
                replacesInput,
                outputLanguage,
                temperature,
                maxTokens,
                model,
                parameters,
                systemTemplate,
                userTemplate,
                examples);
    }

    /// The same with what the task form holds: its values become the defaults.
    ///
    /// @param values by parameter name; a parameter that is not among them keeps its default, and so does one whose
    /// value does not fit
    /// @param newTemperature 0.0 to 1.0, or null for none
    /// @param newModel the model to pin it to, or null
    public Preset with(Map<String, String> values, @Nullable Double newTemperature, @Nullable String newModel) {
        return new Preset(
                name,
                description,
                order,
                input,
                output,
                replacesInput,
                outputLanguage,
                newTemperature,
                maxTokens,
                newModel,
                parameters.stream()
                        .map(p -> p.startingWith(values.get(p.name())))
                        .toList(),
                systemTemplate,
                userTemplate,
                examples);
    }

    private static String tidy(String text) {
        return withPlainLineEnds(text).strip();
    }

    /// What ends a line in one system or another, YAML included, becomes `\n`.
    static String withPlainLineEnds(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replace('\u0085', '\n');
    }
}
