package dev.quarry.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineTextTest {

    @Test
    void everyKindOfEndingEndsALine() {
        var text = LineText.of("a\nb\r\nc\rd");
        assertThat(text.lines()).containsExactly("a", "b", "c", "d");
        assertThat(List.of(text.ending(0), text.ending(1), text.ending(2), text.ending(3)))
                .containsExactly(LineEnding.LF, LineEnding.CRLF, LineEnding.CR, LineEnding.NONE);
        assertThat(text.mixesEndings()).isTrue();
    }

    @Test
    void theEmptyTextHasNoLine() {
        assertThat(LineText.EMPTY.size()).isZero();
        assertThat(LineText.EMPTY.endsWithNewline()).isFalse();
        assertThat(LineText.EMPTY.mainEnding()).isEmpty();
    }

    @Test
    void aFinalNewlineEndsTheLastLineAndBeginsNone() {
        assertThat(LineText.of("a\n").lines()).containsExactly("a");
        assertThat(LineText.of("a\n").endsWithNewline()).isTrue();
        assertThat(LineText.of("a\n\n").lines()).containsExactly("a", "");
        assertThat(LineText.of("a").endsWithNewline()).isFalse();
    }

    @Test
    void mostLinesDecideOnTheMainEndingAndLfWinsATie() {
        assertThat(LineText.of("a\r\nb\r\nc\n").mainEnding()).isEqualTo(Optional.of(LineEnding.CRLF));
        assertThat(LineText.of("a\r\nb\n").mainEnding()).isEqualTo(Optional.of(LineEnding.LF));
        assertThat(LineText.of("a\rb").mainEnding()).isEqualTo(Optional.of(LineEnding.CR));
        assertThat(LineText.of("a").mainEnding()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "\n", "\r", "\r\n", "\n\r", "a\r\r\nb\n\n"})
    void theTextStaysAsItWasGiven(String given) {
        var text = LineText.of(given);
        var joined = new StringBuilder();
        for (var i = 0; i < text.size(); i++) {
            joined.append(text.line(i)).append(text.ending(i).text());
        }
        assertThat(joined).hasToString(given);
        assertThat(text.text()).isEqualTo(given);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    'a|b|c|', 1, 2, 'x|y', 'a|x|y|c|'
                    'a|b|c|', 1, 2, '',    'a|c|'
                    'a|b|c',  2, 3, 'x|',  'a|b|x'
                    'a|b|c|', 3, 3, 'x',   'a|b|c|x|'
                    'a|b',    0, 2, '',    ''
                    '',       0, 0, 'x',   'x'
                    '',       0, 0, 'x|',  'x|'
                    """)
    void replacedLinesFitIn(String text, int from, int to, String put, String expected) {
        var crlf = LineText.of(text.replace("|", "\r\n")).withLines(from, to, put.replace("|", "\r\n"));
        assertThat(crlf.text()).isEqualTo(expected.replace("|", "\r\n"));
    }

    @Test
    void replacedLinesEndAsTheOthersDo() {
        assertThat(LineText.of("a\r\nb\r\n").withLines(1, 2, "x\ny\n").text()).isEqualTo("a\r\nx\r\ny\r\n");
    }
}
