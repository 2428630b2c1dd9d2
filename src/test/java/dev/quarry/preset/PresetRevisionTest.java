package dev.quarry.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A file that is changed by the form stays its author's.
class PresetRevisionTest {
    private static final String FILE = """
            ---
            # Ask Kim before you change this
            name: 'Port'      # short, for the rail
            temperature: 0.1

            output: code
            outputLanguage: target
            parameters:
              # where to
              - {name: target, label: "To", type: language, default: Go}   # most of us
              - name: extra
                type: text

                optional: true # may stay empty
              - name: notes
                type: multiline
                default: |
                  First
                  second
                label: Notes
            ---

            # User

            Port to {{target}}: {{{code}}}
            {{extra}} {{notes}}
            """;

    private static Preset read(String text) {
        try {
            return PresetFile.read(text);
        } catch (PresetException e) {
            throw new AssertionError(e.line() + ": " + e.sentence() + "\n" + text, e);
        }
    }

    private static String revised(Preset to) throws PresetException {
        var text = PresetFile.revise(FILE, to);
        assertThat(read(text)).isEqualTo(to);
        return text;
    }

    @Test
    void whatSaysTheSameIsTheSameText() throws PresetException {
        assertThat(PresetFile.revise(FILE, read(FILE))).isEqualTo(FILE);
    }

    @Test
    void onlyTheValuesThatDifferAreTouched() throws PresetException {
        var to = read(FILE)
                .with(Map.of("target", "C#", "extra", "Keep: it", "notes", "One"), 0.25, "some.model-v1:0")
                .named("Port it");
        assertThat(revised(to))
                .isEqualTo(FILE.replace("'Port'", "Port it")
                        .replace("temperature: 0.1\n", "temperature: 0.25\n")
                        .replace("outputLanguage: target\n", "outputLanguage: target\nmodel: some.model-v1:0\n")
                        .replace("default: Go", "default: C#")
                        .replace("    type: text\n", "    type: text\n    default: \"Keep: it\"\n")
                        .replace("default: |\n      First\n      second\n", "default: One\n"));
    }

    @Test
    void whatIsWantedNoMoreGoesWithItsLine() throws PresetException {
        var to = read(FILE).with(Map.of("target", "", "notes", ""), null, null);
        assertThat(revised(to))
                .isEqualTo(FILE.replace("temperature: 0.1\n", "")
                        .replace(", default: Go", "")
                        .replace("    default: |\n      First\n      second\n", ""));
    }

    @Test
    void theModelComesAndGoes() throws PresetException {
        var pinned = revised(read(FILE).with(Map.of(), 0.1, "m"));
        assertThat(pinned).contains("outputLanguage: target\nmodel: m\n");
        assertThat(PresetFile.revise(pinned, read(pinned).with(Map.of(), 0.1, null)))
                .isEqualTo(FILE);
    }

    @Test
    void anotherPromptIsWrittenAnew() throws PresetException {
        var other = read("---\nname: B\n---\n# User\nElse {{{code}}}");
        assertThat(PresetFile.revise(FILE, other)).isEqualTo(PresetFile.write(other));
    }

    @Test
    void aFrontMatterInBracesIsWrittenAnew() throws PresetException {
        var text = "---\n{name: A, temperature: 0.1}\n---\n# User\nx";
        var to = read(text).named("B");
        assertThat(PresetFile.revise(text, to)).isEqualTo(PresetFile.write(to));
    }

    @Test
    void aTextThatIsNoPresetIsRefused() {
        assertThatThrownBy(() -> PresetFile.revise("---\nname: A\n---\n", read(FILE)))
                .isInstanceOf(PresetException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yes", "1e3", "a: b", "a #b", "#a", "- a", "\"", "\\n", "🚀 é", "{a}", "*a", "~", "'", "a,b]"})
    void whateverTheNameTheFileSaysIt(String name) throws PresetException {
        var text = revised(read(FILE).named(name));
        assertThat(text).contains("# Ask Kim", "# short, for the rail", "# most of us", "# may stay empty");
    }

    @Test
    void charactersBeyondTheFirstPlaneDoNotShiftWhatIsChanged() throws PresetException {
        var text = FILE.replace("Ask Kim", "Ask 🚀🚀 Kim");
        assertThat(PresetFile.revise(text, read(text).named("B"))).isEqualTo(text.replace("'Port'", "B"));
    }

    /// Every built-in file, changed at random: whatever came out says what was asked for.
    @Test
    void filesChangedAtRandomSayWhatWasAskedFor() throws Exception {
        var random = new Random(7);
        var words = List.of("Go", "x", "a: b", "", "two words", "# c", "true", "12", "line\nline", "\"q\"");
        for (var entry : PresetLibrary.load(List.of()).entries()) {
            var text = entry.text();
            for (var i = 0; i < 40; i++) {
                var values = new HashMap<String, String>();
                entry.preset().parameters().forEach(p -> values.put(p.name(), words.get(random.nextInt(words.size()))));
                var to = read(text)
                        .with(
                                values,
                                random.nextInt(3) == 0 ? null : random.nextInt(101) / 100.0,
                                random.nextBoolean() ? "m:" + i : null)
                        .named("N " + i);
                text = PresetFile.revise(text, to);
                assertThat(read(text)).isEqualTo(to);
            }
        }
    }
}
