package dev.quarry.preset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Files come from anywhere: whatever stands in one, reading it ends in a preset or in a [PresetException]. For a
/// bounded
/// time here; the bench goes on for longer.
class PresetFuzzTest {
    private static final int ROUNDS = 1_000;

    @Test
    void damagedFilesOnlyEverEndInAPresetException() throws IOException {
        var originals = new ArrayList<String>();
        try (var files =
                Files.newDirectoryStream(Path.of(System.getProperty("quarry.project.dir"), "prompts"), "*.md")) {
            for (var file : files) {
                originals.add(Files.readString(file));
            }
        }
        originals.addAll(
                List.of(
                        "---\nname: A\nparameters:\n  - {name: a, type: choice, choices: [x, y], default: x}\n---\n# User\n{{#a}}b{{/a}}",
                        "---\nname: A\nexamples:\n  - name: E\n    input: |\n      x\n    expect: [parses, {contains: a}]\n---\n# User\n{{code}}"));
        var fuzz = new PresetFuzz(20_261_124, originals);
        for (var round = 0; round < ROUNDS; round++) {
            fuzz.parseAndRender();
        }
        assertThat(fuzz.refused()).as("files refused of " + ROUNDS).isBetween(ROUNDS / 4, ROUNDS - 1);
    }

    @Test
    void damagedFilesOfOtherToolsOnlyEverEndInAPresetException() {
        var fuzz = new PresetFuzz(
                20_261_125,
                List.of(
                        "---\nname: a\nagent: ask\n---\nDo ${input:b:hint} with ${selection}\n",
                        "prompt: |\n  Do $a and $$ with $input\nsystem: You are ${b}\ndefaults: {a: 1}\noptions: {temperature: 0.5}\n",
                        "temperature: 0.5\n---\n<system>You {{ a }}</system>\nSee @b and {{{ input }}}\n"));
        for (var round = 0; round < ROUNDS; round++) {
            fuzz.importForeign();
        }
        assertThat(fuzz.refused()).as("files refused of " + ROUNDS).isBetween(ROUNDS / 20, ROUNDS - 1);
    }
}
