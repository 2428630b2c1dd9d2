package dev.quarry.preset;

import dev.quarry.language.Language;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The prompt of a preset, ready to be filled in. Immutable.
///
/// Names a template can use, besides those of its parameters: `{{source}}`, the name of the input's language (as a
/// section, false for plain text); `{{{code}}}`, the input in a fence that it cannot break out of; `{{{input}}}`, the
/// same where the input is code, and the plain input where it is text. A parameter is true as a section when it has a
/// value, a boolean when it is true. Nothing is escaped, and neither the input nor a value is read as a template.
public final class PromptTemplate {
    /// What a template can use that is no parameter.
    static final List<String> RESERVED = List.of("code", "input", "source");

    /// The most UTF-16 units of a prompt; well above what any model reads.
    private static final int MAX_LENGTH = 10_000_000;

    private final Preset preset;
    private final MustacheText system;
    private final MustacheText user;

    private PromptTemplate(Preset preset, MustacheText system, MustacheText user) {
        this.preset = preset;
        this.system = system;
        this.user = user;
    }

    /// Prepares the templates of a preset.
    ///
    /// @throws PresetException when a template of the preset does not parse or uses an unknown name
    public static PromptTemplate of(Preset preset) throws PresetException {
        return of(preset, 0, 0);
    }

    /// @param systemLine where the system template starts in the preset's file, 1-based; 0 when it is in none
    /// @param userLine the same of the user template
    static PromptTemplate of(Preset preset, int systemLine, int userLine) throws PresetException {
        var names = names(preset);
        return new PromptTemplate(
                preset,
                MustacheText.of(preset.systemTemplate(), systemLine, names),
                MustacheText.of(preset.userTemplate(), userLine, names));
    }

    /// Fills in the template.
    ///
    /// @param source the language of the input
    /// @param values by parameter name; a missing one takes its default
    /// @throws PresetException when a value is missing, does not fit its parameter or belongs to none: the sentence
    /// names the field
    public Prompt render(String input, Language source, Map<String, String> values) throws PresetException {
        var checked = check(values);
        var writer = new PromptWriter(preset, input, source, checked, MAX_LENGTH);
        var prompt = new Prompt(writer.write(system), writer.write(user));
        if (prompt.user().isBlank()) {
            throw new PresetException("The prompt is empty. Enter something, or choose another preset.", 0);
        }
        return prompt;
    }

    private Map<String, String> check(Map<String, String> values) throws PresetException {
        var unknown = new HashSet<>(values.keySet());
        var checked = new HashMap<String, String>();
        for (var parameter : preset.parameters()) {
            unknown.remove(parameter.name());
            var fallback = parameter.defaultValue() == null ? "" : parameter.defaultValue();
            checked.put(parameter.name(), parameter.checked(values.getOrDefault(parameter.name(), fallback)));
        }
        if (!unknown.isEmpty()) {
            var name = Excerpt.of(unknown.stream().sorted().toList().getFirst());
            throw new PresetException("'%s' has no parameter '%s'.".formatted(preset.name(), name), 0);
        }
        return checked;
    }

    private static Set<String> names(Preset preset) {
        var names = new HashSet<>(RESERVED);
        preset.parameters().forEach(p -> names.add(p.name()));
        return names;
    }
}
