package dev.quarry.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PresetRoundTripTest {

    /// What YAML, Markdown or Mustache could take for something else.
    private static final List<String> TRAPS = List.of(
            "yes",
            "no",
            "null",
            "~",
            "true",
            "False",
            "0x1F",
            "1_000",
            "1e3",
            ".inf",
            "012",
            "-1",
            "2024-01-01",
            "- a",
            "a: b",
            "a #b",
            "#a",
            "'",
            "\"",
            "\\",
            "\\n",
            "%",
            "@",
            "`",
            "```",
            "*a",
            "&a",
            "!b",
            "| x",
            "> x",
            "{a}",
            "[a, b]",
            "a,b",
            "?",
            "? a",
            ":",
            "a:",
            "=",
            "<<",
            "---",
            "...",
            "é",
            "🚀",
            "\u00A0",
            "\u200B",
            "\uFEFF",
            "Ω≈",
            "end ",
            "a  b");
    private static final List<String> LINES = List.of(
            "# System",
            "# User",
            "\\# User",
            "#  user ",
            "## User",
            "---",
            "",
            "  indented",
            "{{source}}",
            "{{{code}}}",
            "{{#code}}",
            "{{/code}}",
            "}}",
            "\ttab",
            "\u2028",
            "\u0085",
            "\u0007",
            "trailing  ");

    @Test
    void theTextIsCanonical() throws PresetException {
        var text = PresetFile.write(new Preset(
                "Port",
                "Carry over: all of it",
                Preset.DEFAULT_ORDER,
                Preset.Input.CODE,
                Preset.Output.CODE,
                true,
                "target",
                0.2,
                512,
                "some.model-v1:0",
                List.of(
                        new Parameter("target", "Target", Parameter.Type.LANGUAGE, "C#", List.of(), false),
                        new Parameter("deep", "Deep", Parameter.Type.BOOLEAN, "true", List.of(), false),
                        new Parameter("depth", "Depth", Parameter.Type.NUMBER, "0.50", List.of(), true),
                        new Parameter("pick", "Pick", Parameter.Type.CHOICE, "no", List.of("yes", "no"), false)),
                "You know {{target}}.",
                "Convert:\r\n{{{code}}}\n"));
        assertThat(text).isEqualTo("""
                ---
                name: Port
                description: "Carry over: all of it"
                input: code
                output: code
                replacesInput: true
                outputLanguage: target
                temperature: 0.2
                maxTokens: 512
                model: some.model-v1:0
                parameters:
                  - name: target
                    label: Target
                    type: language
                    default: C#
                  - name: deep
                    label: Deep
                    type: boolean
                    default: true
                  - name: depth
                    label: Depth
                    type: number
                    default: 0.50
                    optional: true
                  - name: pick
                    label: Pick
                    type: choice
                    default: "no"
                    choices:
                      - "yes"
                      - "no"
                ---
                # System
                You know {{target}}.

                # User
                Convert:
                {{{code}}}
                """);
    }

    @Test
    void whatIsWrittenReadsTheSame() throws PresetException {
        for (var seed = 1; seed <= 400; seed++) {
            var preset = preset(new Random(seed));
            assertThat(PresetFile.read(PresetFile.write(preset)))
                    .as("seed " + seed)
                    .isEqualTo(preset);
        }
    }

    @Test
    void halfACharacterCannotBeWritten() {
        var preset = named(preset(new Random(1)), "a\uD83Db");
        assertThatThrownBy(() -> PresetFile.write(preset)).hasMessageContaining("that a file cannot keep");
    }

    @Test
    void aPresetThatNoFileCanHoldIsNotWritten() {
        var good = preset(new Random(1));
        assertThatThrownBy(() -> PresetFile.write(named(good, " "))).hasMessageContaining("'name'");
        assertThatThrownBy(() -> PresetFile.write(named(good, "a\nb"))).hasMessageContaining("'name' must be one line");
        assertThatThrownBy(() -> PresetFile.write(withUser(good, ""))).hasMessageContaining("'# User' is empty");
        assertThatThrownBy(() -> PresetFile.write(withUser(good, "{{nobody}}")))
                .isInstanceOfSatisfying(
                        PresetException.class, e -> assertThat(e.line()).isZero())
                .hasMessageContaining("'nobody'");
        assertThatThrownBy(() -> PresetFile.write(withUser(good, "x".repeat(PresetFile.MAX_BYTES))))
                .hasMessageContaining("256 kB");
    }

    private static Preset named(Preset p, String name) {
        return new Preset(
                name,
                p.description(),
                p.order(),
                p.input(),
                p.output(),
                p.replacesInput(),
                p.outputLanguage(),
                p.temperature(),
                p.maxTokens(),
                p.model(),
                p.parameters(),
                p.systemTemplate(),
                p.userTemplate());
    }

    private static Preset withUser(Preset p, String user) {
        return new Preset(
                p.name(),
                p.description(),
                p.order(),
                p.input(),
                p.output(),
                p.replacesInput(),
                p.outputLanguage(),
                p.temperature(),
                p.maxTokens(),
                p.model(),
                p.parameters(),
                p.systemTemplate(),
                user);
    }

    private static Preset preset(Random random) {
        var parameters = new ArrayList<Parameter>();
        for (var i = random.nextInt(5); i > 0; i--) {
            parameters.add(parameter(random, "p" + i));
        }
        var language = parameters.stream()
                .filter(p -> p.type() == Parameter.Type.LANGUAGE)
                .findFirst();
        var output = pick(random, List.of(Preset.Output.values()));
        return new Preset(
                oneLine(random),
                random.nextBoolean() ? "" : lines(random),
                random.nextBoolean() ? Preset.DEFAULT_ORDER : random.nextInt(2000),
                pick(random, List.of(Preset.Input.values())),
                output,
                output == Preset.Output.CODE && random.nextBoolean(),
                random.nextBoolean() ? null : language.map(Parameter::name).orElse(null),
                random.nextBoolean() ? null : random.nextInt(4) == 0 ? Double.valueOf(1e-5) : random.nextDouble(),
                random.nextBoolean() ? null : Integer.valueOf(1 + random.nextInt(100_000)),
                random.nextBoolean() ? null : oneLine(random),
                parameters,
                random.nextBoolean() ? "" : prompt(random),
                prompt(random) + "\nx");
    }

    private static Parameter parameter(Random random, String name) {
        var type = pick(random, List.of(Parameter.Type.values()));
        var choices = type == Parameter.Type.CHOICE ? TRAPS.subList(3, 3 + 1 + random.nextInt(40)) : List.<String>of();
        var value = switch (type) {
            case TEXT -> oneLine(random);
            case MULTILINE -> lines(random);
            case CHOICE -> pick(random, choices);
            case LANGUAGE -> pick(random, List.of("go", "C#", "TypeScript", "text"));
            case NUMBER -> pick(random, List.of("1", "0", "-0.5", "+5", ".5", "5.", "007", "1234567890123456789012"));
            case BOOLEAN -> pick(random, List.of("true", "false", "TRUE"));
        };
        return new Parameter(
                name, oneLine(random), type, random.nextBoolean() ? null : value, choices, random.nextBoolean());
    }

    private static String oneLine(Random random) {
        return random.nextBoolean() ? pick(random, TRAPS) + "x" : "x" + pick(random, TRAPS) + pick(random, TRAPS);
    }

    private static String lines(Random random) {
        var text = new StringBuilder();
        for (var i = random.nextInt(6); i >= 0; i--) {
            text.append(pick(random, random.nextBoolean() ? TRAPS : LINES)).append(random.nextBoolean() ? "\n" : " ");
        }
        return text.toString();
    }

    /// A template that parses: sections are made to close.
    private static String prompt(Random random) {
        var text = lines(random).replace("{{#code}}", "{{^extra}}").replace("{{/code}}", "");
        return text.replace("{{^extra}}", "{{#code}}a{{/code}}");
    }

    private static <T> T pick(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
