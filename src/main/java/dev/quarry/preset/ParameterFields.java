package dev.quarry.preset;

import dev.quarry.preset.YamlNode.Kind;
import dev.quarry.preset.YamlNode.Mapping;
import dev.quarry.preset.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads the parameters of a preset's front matter.
final class ParameterFields {
    private static final List<String> KEYS = List.of("name", "label", "type", "default", "choices", "optional");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private ParameterFields() {}

    static List<Parameter> read(Fields preset) throws PresetException {
        var parameters = new ArrayList<Parameter>();
        var names = new HashSet<String>();
        for (var item : preset.items("parameters")) {
            if (!(item instanceof Mapping mapping)) {
                throw new PresetException(
                        "A parameter is written like '- {name: target, type: language}'.", item.line());
            }
            var fields = Fields.of(mapping, "a parameter", KEYS);
            var parameter = parameter(fields);
            if (!names.add(parameter.name().toLowerCase(Locale.ROOT))) {
                throw fields.wrong("name", "is that of another parameter too: " + parameter.name());
            }
            parameters.add(parameter);
        }
        return parameters;
    }

    private static Parameter parameter(Fields fields) throws PresetException {
        var name = name(fields);
        var label = fields.oneLine("label");
        var type = fields.oneOf("type", Parameter.Type.TEXT);
        var parameter = new Parameter(
                name,
                label == null ? name : label,
                type,
                fields.anyText("default"),
                choices(fields, type),
                fields.flag("optional"));
        requireFittingDefault(fields, parameter);
        return parameter;
    }

    private static String name(Fields fields) throws PresetException {
        var name = fields.oneLine("name");
        if (name == null) {
            throw fields.wrong("name", "is missing in a parameter");
        }
        if (!NAME.matcher(name).matches()) {
            throw fields.wrong("name", "of a parameter is a letter, then letters, digits or underscores");
        }
        if (PromptTemplate.RESERVED.contains(name)) {
            throw fields.wrong("name", "cannot be '%s': that stands for the input".formatted(name));
        }
        return name;
    }

    private static List<String> choices(Fields fields, Parameter.Type type) throws PresetException {
        if (type != Parameter.Type.CHOICE) {
            if (fields.has("choices")) {
                throw fields.wrong("choices", "is for a parameter with 'type: choice'");
            }
            return List.of();
        }
        var choices = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (var item : fields.items("choices")) {
            if (!(item instanceof Scalar scalar)
                    || scalar.kind() == Kind.EMPTY
                    || !Fields.isOneLine(scalar.text().strip())) {
                throw new PresetException("A choice must be one line of text.", item.line());
            }
            if (!seen.add(scalar.text().strip().toLowerCase(Locale.ROOT))) {
                throw new PresetException(
                        "The choice '" + Excerpt.of(scalar.text()) + "' is given twice.", item.line());
            }
            choices.add(scalar.text());
        }
        if (choices.isEmpty()) {
            throw fields.wrong("choices", "must list at least one choice");
        }
        return choices;
    }

    private static void requireFittingDefault(Fields fields, Parameter parameter) throws PresetException {
        if (parameter.defaultValue() == null) {
            return;
        }
        try {
            parameter.checked(parameter.defaultValue());
        } catch (PresetException e) {
            throw new PresetException("The default does not fit. " + e.sentence(), fields.line("default"));
        }
    }
}
