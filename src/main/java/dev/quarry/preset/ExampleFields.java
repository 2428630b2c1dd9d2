package dev.quarry.preset;

import dev.quarry.language.Languages;
import dev.quarry.preset.YamlNode.Kind;
import dev.quarry.preset.YamlNode.Mapping;
import dev.quarry.preset.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// Reads the examples of a preset's front matter.
final class ExampleFields {
    private static final List<String> KEYS = List.of("name", "language", "input", "parameters", "expect");
    private static final List<String> EXPECTATIONS =
            List.of("contains", "matches", "parses", "compiles", "no omission", "findings");
    private static final int MAX_EXAMPLES = 100;
    private static final int MAX_EXPECTATIONS = 50;

    private final List<Parameter> parameters;

    private ExampleFields(List<Parameter> parameters) {
        this.parameters = parameters;
    }

    static List<PresetExample> read(Fields preset, List<Parameter> parameters) throws PresetException {
        var reader = new ExampleFields(parameters);
        var examples = new ArrayList<PresetExample>();
        var names = new HashSet<String>();
        var items = preset.items("examples");
        if (items.size() > MAX_EXAMPLES) {
            throw preset.wrong("examples", "must not list more than " + MAX_EXAMPLES);
        }
        for (var item : items) {
            if (!(item instanceof Mapping mapping)) {
                throw new PresetException(
                        "An example is written like '- {name: One, input: a = 1, expect: [parses]}'.", item.line());
            }
            var fields = Fields.of(mapping, "an example", KEYS);
            var example = reader.example(fields);
            if (!names.add(example.name().toLowerCase(Locale.ROOT))) {
                throw fields.wrong("name", "is that of another example too: " + Excerpt.of(example.name()));
            }
            examples.add(example);
        }
        return examples;
    }

    private PresetExample example(Fields fields) throws PresetException {
        var name = fields.oneLine("name");
        if (name == null) {
            throw fields.wrong("name", "is missing in an example");
        }
        var input = fields.text("input");
        if (input == null || input.isBlank()) {
            throw fields.wrong("input", "is missing in an example");
        }
        return new PresetExample(name, language(fields), input, values(fields), expectations(fields));
    }

    private static @Nullable String language(Fields fields) throws PresetException {
        var language = fields.oneLine("language");
        if (language != null
                && Languages.named(language).isEmpty()
                && !language.equalsIgnoreCase(Languages.PLAIN_TEXT.id())) {
            throw fields.wrong("language", "must be the name of a language, such as Go or C#");
        }
        return language;
    }

    private Map<String, String> values(Fields fields) throws PresetException {
        var values = new LinkedHashMap<String, String>();
        for (var entry : fields.entries("parameters").entrySet()) {
            var line = entry.getValue().line();
            var parameter = parameters.stream()
                    .filter(p -> p.name().equals(entry.getKey()))
                    .findFirst();
            if (parameter.isEmpty()) {
                throw new PresetException("The preset has no parameter '" + Excerpt.of(entry.getKey()) + "'.", line);
            }
            if (!(entry.getValue().value() instanceof Scalar scalar) || scalar.kind() == Kind.EMPTY) {
                throw new PresetException("The value of '" + entry.getKey() + "' must be a single value.", line);
            }
            try {
                var value = Preset.withPlainLineEnds(scalar.text());
                parameter.get().checked(value);
                values.put(entry.getKey(), value);
            } catch (PresetException e) {
                throw new PresetException(e.sentence(), line);
            }
        }
        return values;
    }

    private static List<Expectation> expectations(Fields fields) throws PresetException {
        var items = fields.items("expect");
        if (items.isEmpty() || items.size() > MAX_EXPECTATIONS) {
            throw fields.wrong("expect", "must list from 1 to " + MAX_EXPECTATIONS + ", such as '- parses'");
        }
        var expectations = new ArrayList<Expectation>();
        for (var item : items) {
            expectations.add(expectation(item));
        }
        return expectations;
    }

    private static Expectation expectation(YamlNode item) throws PresetException {
        if (item instanceof Scalar scalar && scalar.kind() == Kind.TEXT) {
            switch (scalar.text().strip()) {
                case "parses" -> {
                    return new Expectation.Parses();
                }
                case "compiles" -> {
                    return new Expectation.Compiles();
                }
                case "no omission" -> {
                    return new Expectation.NoOmission();
                }
                case "findings" -> {
                    return new Expectation.Findings(1, Integer.MAX_VALUE);
                }
                default -> {
                    // Told below, with what is known.
                }
            }
        }
        if (item instanceof Mapping mapping && mapping.entries().size() == 1) {
            var fields = Fields.of(mapping, "an expectation", EXPECTATIONS);
            if (fields.has("contains")) {
                return new Expectation.Contains(word(fields, "contains"));
            }
            if (fields.has("matches")) {
                return matches(fields);
            }
            if (fields.has("findings")) {
                return findings(fields);
            }
        }
        throw new PresetException(
                "An expectation is one of: contains: TEXT, matches: PATTERN, parses, compiles, no omission, findings.",
                item.line());
    }

    private static String word(Fields fields, String key) throws PresetException {
        var text = fields.anyText(key);
        if (text == null || text.isBlank()) {
            throw fields.wrong(key, "has no value");
        }
        return Preset.withPlainLineEnds(text);
    }

    private static Expectation matches(Fields fields) throws PresetException {
        var pattern = word(fields, "matches");
        try {
            Pattern.compile(pattern, Pattern.MULTILINE);
        } catch (PatternSyntaxException | StackOverflowError e) {
            throw fields.wrong("matches", "is not a regular expression");
        }
        return new Expectation.Matches(pattern);
    }

    private static Expectation findings(Fields fields) throws PresetException {
        var bounds = fields.within("findings", "findings", List.of("atLeast", "atMost"));
        var atLeast = bounds.wholeNumber("atLeast", 0);
        var atMost = bounds.wholeNumber("atMost", 0);
        var low = atLeast == null ? (atMost == null ? 1 : 0) : atLeast;
        if (atMost != null && atMost < low) {
            throw bounds.wrong("atMost", "must not be less than atLeast");
        }
        return new Expectation.Findings(low, atMost == null ? Integer.MAX_VALUE : atMost);
    }
}
