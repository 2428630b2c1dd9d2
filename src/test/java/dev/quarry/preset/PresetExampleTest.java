package dev.quarry.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresetExampleTest {
    private static final String FILE = """
            ---
            name: Small
            output: code
            parameters:
              - {name: target, type: language, default: Go}
            examples:
              - name: Adds
                language: python
                input: |
                  def add(a, b):
                      return a + b
                parameters: {target: rust}
                expect:
                  - contains: fn add
                  - matches: "^fn \\\\w+"
                  - parses
                  - compiles
                  - no omission
                  - findings: {atLeast: 1, atMost: 3}
            ---
            # User
            To {{target}}: {{{code}}}
            """;

    private static final PresetExample ADDS = new PresetExample(
            "Adds",
            "python",
            "def add(a, b):\n    return a + b\n",
            Map.of("target", "rust"),
            List.of(
                    new Expectation.Contains("fn add"),
                    new Expectation.Matches("^fn \\w+"),
                    new Expectation.Parses(),
                    new Expectation.Compiles(),
                    new Expectation.NoOmission(),
                    new Expectation.Findings(1, 3)));

    @Test
    void examplesAreRead() throws PresetException {
        assertThat(PresetFile.read(FILE).examples()).containsExactly(ADDS);
    }

    @Test
    void examplesAreWrittenAndReadBackTheSame() throws PresetException {
        var preset = PresetFile.read(FILE);
        var text = PresetFile.write(preset);
        assertThat(PresetFile.read(text)).isEqualTo(preset);
        assertThat(text).contains("- parses\n", "- no omission\n");
    }

    /// Each row: what is replaced in the good file, by what, the line and a part of the sentence.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
            name: Adds            | nme: Adds                       |  7 | 'nme' is not known in an example
            name: Adds            | name: ''                        |  7 | 'name' has no value
            language: python      | language: klingon               |  8 | 'language' must be the name of a language
            {target: rust}        | {aim: rust}                     | 12 | The preset has no parameter 'aim'
            {target: rust}        | {target: nothing}               | 12 | must be the name of a language
            - contains: fn add    | - contains:                     | 14 | 'contains' has no value
            - contains: fn add    | - holds: fn add                 | 14 | 'holds' is not known in an expectation
            - contains: fn add    | - pases                         | 14 | An expectation is one of
            "^fn \\\\w+"          | "(unclosed"                     | 15 | 'matches' is not a regular expression
            atMost: 3             | atMost: 0                       | 19 | 'atMost' must not be less
            """)
    void aWrongExampleIsToldWithItsLine(String from, String to, int line, String sentence) {
        var text = FILE.replace(from, to == null ? "" : to);
        assertThat(text).isNotEqualTo(FILE);
        var wrong = catchThrowableOfType(PresetException.class, () -> PresetFile.read(text));
        assertThat(wrong.sentence()).contains(sentence);
        assertThat(wrong.line()).isEqualTo(line);
    }
}
