package dev.quarry.preset;

import dev.quarry.preset.ForeignTemplate.Piece;
import dev.quarry.preset.YamlNode.Mapping;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Templates of the command line tool `llm`: YAML with `prompt`, `system`, `defaults` and `options`, and variables such
/// as `$input` and `${name}`; `$$` is a dollar sign.
final class LlmTemplate {
    private static final Pattern VARIABLE =
            Pattern.compile("\\$(?:(?<escaped>\\$)|(?<named>[_a-zA-Z]\\w{0,60})|\\{(?<braced>[_a-zA-Z]\\w{0,60})})");
    private static final List<String> UNKNOWN = List.of(
            "schema_object",
            "fragments",
            "system_fragments",
            "attachments",
            "attachment_types",
            "tools",
            "functions",
            "toolboxes");

    private LlmTemplate() {}

    static PresetImport.Imported read(String fileName, String text) throws PresetException {
        var fields = YamlReader.read(text, 1);
        var template = new ForeignTemplate();
        if (fields.entries().containsKey("model")) {
            template.note("The model is named as llm names it, so the preset is not pinned to one.");
        }
        UNKNOWN.stream()
                .filter(fields.entries()::containsKey)
                .forEach(k -> template.note("'" + k + "' has no counterpart here and is left out."));
        var prompt = ForeignText.value(fields, "prompt").orElse("");
        var system = ForeignText.value(fields, "system").orElse("");
        if (prompt.isEmpty() && system.isEmpty()) {
            throw new PresetException("The template has neither a prompt nor a system prompt.", fields.line());
        }
        var defaults = inner(fields, "defaults");
        declare(template, prompt + "\n" + system, defaults);
        var options = inner(fields, "options");
        var temperature = ForeignText.temperature(options);
        if (options.entries().containsKey("temperature") && temperature.isEmpty()) {
            template.note("The temperature is not from 0 to 1 and is left out.");
        }
        var code = ForeignText.value(fields, "extract").filter("true"::equals).isPresent()
                || ForeignText.value(fields, "extract_last")
                        .filter("true"::equals)
                        .isPresent();
        return template.preset(
                ForeignText.value(fields, "name").orElse(fileName),
                null,
                code ? Preset.Output.CODE : Preset.Output.MARKDOWN,
                temperature.orElse(null),
                maxTokens(options),
                pieces(template, system),
                pieces(template, prompt));
    }

    private static Mapping inner(Mapping fields, String key) {
        var entry = fields.entries().get(key);
        return entry != null && entry.value() instanceof Mapping mapping
                ? mapping
                : new Mapping(new LinkedHashMap<>(), fields.line());
    }

    private static @Nullable Integer maxTokens(Mapping options) {
        return ForeignText.value(options, "max_tokens")
                .filter(t -> t.matches("[1-9]\\d{0,7}"))
                .map(Integer::valueOf)
                .orElse(null);
    }

    /// Makes the parameters first, each with its default.
    private static void declare(ForeignTemplate template, String text, Mapping defaults) throws PresetException {
        var names = new LinkedHashSet<String>();
        VARIABLE.matcher(text).results().map(LlmTemplate::name).forEach(names::add);
        names.remove("");
        names.remove("input");
        for (var name : names) {
            template.parameter(
                    name,
                    null,
                    ForeignText.value(defaults, name).map(String::strip).orElse(null));
        }
    }

    private static String name(MatchResult found) {
        var named = found.group("named");
        var braced = found.group("braced");
        return named != null ? named : braced != null ? braced : "";
    }

    private static List<Piece> pieces(ForeignTemplate template, String text) throws PresetException {
        return template.cut(text, VARIABLE, found -> {
            var name = name(found);
            return name.isEmpty()
                    ? new Piece.Text("$")
                    : name.equals("input") ? template.input() : template.parameter(name, null, null);
        });
    }
}
