package dev.quarry.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Files come from anywhere: whatever stands in one, reading it ends in a preset or in a [PresetException].
class PresetFuzzTest {
    private static final int ROUNDS = 3_000;
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
            "@",
            "`",
            "#",
            " #",
            "name",
            "default: ",
            "choices: ",
            "type: choice",
            "order: ",
            "temperature: ");

    @Test
    void damagedFilesOnlyEverEndInAPresetException() throws IOException {
        var originals = new ArrayList<String>();
        try (var files =
                Files.newDirectoryStream(Path.of(System.getProperty("quarry.project.dir"), "prompts"), "*.md")) {
            for (var file : files) {
                originals.add(Files.readString(file));
            }
        }
        originals.add(
                "---\nname: A\nparameters:\n  - {name: a, type: choice, choices: [x, y], default: x}\n---\n# User\n{{#a}}b{{/a}}");
        var random = new Random(20_261_124);
        var refused = 0;
        for (var round = 0; round < ROUNDS; round++) {
            refused += refuses(damaged(originals.get(random.nextInt(originals.size())), random)) ? 1 : 0;
        }
        assertThat(refused).as("files refused of " + ROUNDS).isBetween(ROUNDS / 4, ROUNDS - 1);
    }

    private static boolean refuses(String text) {
        try {
            PromptTemplate.of(PresetFile.read(text));
            return false;
        } catch (PresetException e) {
            assertThat(e.line())
                    .as(e.sentence())
                    .isBetween(
                            0,
                            1
                                    + (int) text.chars()
                                            .filter(c -> "\n\r\u0085\u2028\u2029".indexOf(c) >= 0)
                                            .count());
            assertThat(e.sentence()).isNotBlank().doesNotContain("\n");
            return true;
        } catch (RuntimeException | StackOverflowError e) {
            return fail("not refused but broken by:\n" + text, e);
        }
    }

    private static String damaged(String text, Random random) {
        var damaged = text;
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
                case 3 -> shuffled(damaged, random);
                default ->
                    damaged.substring(0, at) + PIECES.get(random.nextInt(PIECES.size())) + damaged.substring(end);
            };
        }
        return damaged;
    }

    private static String shuffled(String text, Random random) {
        var lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        var line = lines.remove(random.nextInt(lines.size()));
        lines.add(random.nextInt(lines.size() + 1), line);
        return String.join("\n", lines);
    }
}
