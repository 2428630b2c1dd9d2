package dev.quarry.preset;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Writes the front matter of a preset: its keys in a fixed order, without those that say what holds anyway.
final class FrontMatter {
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();

    private static final Pattern PLAIN_NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,15})(\\.\\d{1,15})?");
    private static final Set<String> BOOLEANS = Set.of("true", "false");

    private final JsonGenerator yaml;

    private FrontMatter(JsonGenerator yaml) {
        this.yaml = yaml;
    }

    /// Ends with a line end.
    static String write(Preset preset) {
        var text = new StringWriter();
        try (var yaml = YAML.createGenerator(text)) {
            new FrontMatter(yaml).preset(preset);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be written", e);
        }
        return text.toString();
    }

    private void preset(Preset preset) throws IOException {
        yaml.writeStartObject();
        text("name", preset.name());
        text("description", preset.description().isEmpty() ? null : preset.description());
        if (preset.order() != Preset.DEFAULT_ORDER) {
            yaml.writeNumberField("order", preset.order());
        }
        constant("input", preset.input());
        constant("output", preset.output());
        flag("replacesInput", preset.replacesInput());
        text("outputLanguage", preset.outputLanguage());
        if (preset.temperature() != null) {
            yaml.writeNumberField("temperature", preset.temperature());
        }
        if (preset.maxTokens() != null) {
            yaml.writeNumberField("maxTokens", preset.maxTokens());
        }
        text("model", preset.model());
        if (!preset.parameters().isEmpty()) {
            yaml.writeArrayFieldStart("parameters");
            for (var parameter : preset.parameters()) {
                parameter(parameter);
            }
            yaml.writeEndArray();
        }
        if (!preset.examples().isEmpty()) {
            yaml.writeArrayFieldStart("examples");
            for (var example : preset.examples()) {
                example(example);
            }
            yaml.writeEndArray();
        }
        yaml.writeEndObject();
    }

    private void example(PresetExample example) throws IOException {
        yaml.writeStartObject();
        text("name", example.name());
        text("language", example.language());
        text("input", example.input());
        if (!example.values().isEmpty()) {
            yaml.writeObjectFieldStart("parameters");
            for (var value : new TreeMap<>(example.values()).entrySet()) {
                text(value.getKey(), value.getValue());
            }
            yaml.writeEndObject();
        }
        yaml.writeArrayFieldStart("expect");
        for (var expectation : example.expectations()) {
            expectation(expectation);
        }
        yaml.writeEndArray();
        yaml.writeEndObject();
    }

    private void expectation(Expectation expectation) throws IOException {
        switch (expectation) {
            case Expectation.Contains c -> single("contains", c.text());
            case Expectation.Matches m -> single("matches", m.pattern());
            case Expectation.Parses p -> yaml.writeString(p.words());
            case Expectation.Compiles c -> yaml.writeString(c.words());
            case Expectation.NoOmission n -> yaml.writeString(n.words());
            case Expectation.Findings f -> {
                yaml.writeStartObject();
                yaml.writeObjectFieldStart("findings");
                yaml.writeNumberField("atLeast", f.atLeast());
                if (f.atMost() != Integer.MAX_VALUE) {
                    yaml.writeNumberField("atMost", f.atMost());
                }
                yaml.writeEndObject();
                yaml.writeEndObject();
            }
        }
    }

    private void single(String key, String value) throws IOException {
        yaml.writeStartObject();
        yaml.writeStringField(key, value);
        yaml.writeEndObject();
    }

    private void parameter(Parameter parameter) throws IOException {
        yaml.writeStartObject();
        text("name", parameter.name());
        text("label", parameter.label());
        constant("type", parameter.type());
        defaultValue(parameter);
        if (!parameter.choices().isEmpty()) {
            yaml.writeArrayFieldStart("choices");
            for (var choice : parameter.choices()) {
                yaml.writeString(choice);
            }
            yaml.writeEndArray();
        }
        flag("optional", parameter.optional());
        yaml.writeEndObject();
    }

    /// What reads as a number or a boolean needs no quotes to be one.
    private void defaultValue(Parameter parameter) throws IOException {
        var value = parameter.defaultValue();
        if (value != null
                && parameter.type() == Parameter.Type.NUMBER
                && PLAIN_NUMBER.matcher(value).matches()) {
            yaml.writeFieldName("default");
            yaml.writeNumber(value);
        } else if (value != null && parameter.type() == Parameter.Type.BOOLEAN && BOOLEANS.contains(value)) {
            yaml.writeBooleanField("default", Boolean.parseBoolean(value));
        } else {
            text("default", value);
        }
    }

    private void text(String key, @Nullable String value) throws IOException {
        if (value != null) {
            yaml.writeStringField(key, value);
        }
    }

    private void constant(String key, Enum<?> value) throws IOException {
        yaml.writeStringField(key, value.name().toLowerCase(Locale.ROOT));
    }

    private void flag(String key, boolean value) throws IOException {
        if (value) {
            yaml.writeBooleanField(key, true);
        }
    }
}
