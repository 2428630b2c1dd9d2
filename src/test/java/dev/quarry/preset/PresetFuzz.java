package dev.quarry.preset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.language.Languages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/// Damages files and feeds what comes of it to everything that reads files of others. Whatever stands in one, reading
/// it
/// ends in a preset or in a [PresetException], within a bounded time.
public final class PresetFuzz {
    private static final long LONGEST_MILLIS = 5_000;
    private static final List<String> PIECES = List.of(
            "---",
            "\n---\n",
            "...",
            "# System\n",
            "# User\n",
            "\\# User\n",
            "{{",
            "}}",
            "{{{",
            "}}}",
            "{{#",
            "{{/",
            "{{^",
            "{{!",
            "{{=",
            "=}}",
            "{{=a b=}}",
            "{{>x}}",
            "{{<",
            "{{$",
            "{{}}",
            "{{ }}",
            "{{.}}",
            "{{this}}",
            ": ",
            "- ",
            "? ",
            "[",
            "]",
            "{",
            "}",
            ",",
            "&a ",
            "*a",
            "!",
            "!!map ",
            "!!java.net.URL ",
            "%YAML 9.9\n",
            "%TAG ! x\n",
            "|",
            ">",
            "|9\n",
            "\"",
            "'",
            "\\",
            "\\x",
            "\\uD800",
            "\t",
            "\r",
            "\n",
            "\n\n",
            " ",
            "\0",
            "\u0007",
            "\uFEFF",
            "\uFFFE",
            "\uFFFF",
            "\uD83D",
            "\uDE80",
            "🚀",
            "\u2028",
            "\u0085",
            "<<: ",
            "=",
            "~",
            "null",
            "0x",
            "1e999",
            "9".repeat(400),
            "[".repeat(300),
            "- ".repeat(300),
            "{{#a}}".repeat(300),
            "@",
            "`",
            "#",
            " #",
            "name",
            "default: ",
            "choices: ",
            "type: choice",
            "order: ",
            "temperature: ",
            "examples:\n  - ",
            "expect: [parses]",
            "matches: \"(((a*)*)*)*b\"",
            "findings: {atLeast: 9}",
            "contains: ",
            "${input:",
            "${selection}",
            "$input",
            "$$",
            "${",
            "<system>",
            "</system>",
            "{{{ input }}}",
            "../../etc/passwd",
            "invokable: true",
            "prompt: ",
            "system: ");

    private final Random random;
    private final List<String> originals;
    private int refused;
    private int rounds;

    /// @param originals sound files
    public PresetFuzz(long seed, List<String> originals) {
        random = new Random(seed);
        this.originals = List.copyOf(originals);
    }

    /// How many of the damaged files were refused.
    public int refused() {
        return refused;
    }

    public int rounds() {
        return rounds;
    }

    /// One damaged file through the parser and, when it is a preset, through the renderer and the writer.
    ///
    /// @throws AssertionError when something other than a preset or a [PresetException] came of it
    public void parseAndRender() {
        var text = damaged();
        guarded(text, () -> {
            var preset = PresetFile.read(text);
            render(preset);
            assertThat(PresetFile.read(PresetFile.write(preset))).isEqualTo(preset);
        });
    }

    /// One damaged file through the importers.
    public void importForeign() {
        var text = damaged();
        var ending = List.of(".prompt.md", ".yaml", ".prompt", ".md").get(random.nextInt(4));
        guarded(text, () -> render(PresetImport.read("some" + ending, text).preset()));
    }

    private void render(Preset preset) throws PresetException {
        var template = PromptTemplate.of(preset);
        for (var input : List.of("a = 1\n", "```\n{{code}}\n```", "{{#x}}{{/x}}".repeat(50))) {
            try {
                template.render(input, Languages.PLAIN_TEXT, values(preset));
            } catch (PresetException e) {
                assertThat(e.sentence()).isNotBlank().doesNotContain("\n");
            }
        }
    }

    private static Map<String, String> values(Preset preset) {
        return preset.parameters().stream()
                .filter(p -> p.defaultValue() == null && p.type() == Parameter.Type.TEXT)
                .collect(Collectors.toMap(Parameter::name, p -> "{{" + p.name() + "}}"));
    }

    @FunctionalInterface
    private interface Reading {
        void run() throws PresetException;
    }

    private void guarded(String text, Reading reading) {
        rounds++;
        var began = System.nanoTime();
        try {
            reading.run();
        } catch (PresetException e) {
            refused++;
            var lines = text.chars()
                    .filter(c -> "\n\r\u0085\u2028\u2029".indexOf(c) >= 0)
                    .count();
            assertThat(e.line()).as(e.sentence()).isBetween(0, 1 + (int) lines);
            assertThat(e.sentence()).isNotBlank().doesNotContain("\n");
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("not refused but broken by:\n" + text, e);
        }
        assertThat((System.nanoTime() - began) / 1_000_000)
                .as("ms for:\n" + text)
                .isLessThan(LONGEST_MILLIS);
    }

    private String damaged() {
        var damaged = originals.get(random.nextInt(originals.size()));
        for (var i = random.nextInt(4); i >= 0; i--) {
            var at = random.nextInt(damaged.length() + 1);
            var end = Math.min(damaged.length(), at + random.nextInt(1 + random.nextInt(40)));
            damaged = switch (random.nextInt(5)) {
                case 0 -> damaged.substring(0, at) + damaged.substring(end);
                case 1 ->
                    damaged.substring(0, at)
                            + damaged.substring(at, end).repeat(random.nextInt(4))
                            + damaged.substring(at);
                case 2 -> damaged.substring(0, at) + (char) random.nextInt(0x10000) + damaged.substring(at);
                case 3 -> shuffled(damaged);
                default ->
                    damaged.substring(0, at) + PIECES.get(random.nextInt(PIECES.size())) + damaged.substring(end);
            };
        }
        return damaged;
    }

    private String shuffled(String text) {
        var lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        var line = lines.remove(random.nextInt(lines.size()));
        lines.add(random.nextInt(lines.size() + 1), line);
        return String.join("\n", lines);
    }
}
