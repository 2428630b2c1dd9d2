package dev.quarry.ui.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.diff.LineText;
import dev.quarry.language.Languages;
import dev.quarry.language.Span;
import dev.quarry.language.TokenKind;
import dev.quarry.language.lexer.LexerHighlighter;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineColoursTest {
    private static final LineText TEXT = LineText.of("x = 1\n\"\"\"First.\n\nLast.\"\"\"\n");

    @Test
    void anEmptyLineWithinATextOfSeveralLinesHasNoPieces() {
        var python = Languages.named("python").orElseThrow();
        for (var colours :
                List.of(LineColours.quick(new LexerHighlighter(), python, TEXT), LineColours.parsed(python, TEXT))) {
            assertThat(colours.of(2)).isEmpty();
            assertThat(colours.of(1))
                    .isNotEmpty()
                    .allSatisfy(span -> assertThat(span.end()).isLessThanOrEqualTo("\"\"\"First.".length()));
            assertThat(colours.of(3)).isNotEmpty();
        }
    }

    @Test
    void aPieceOverSeveralLinesIsCutAtTheirEnds() {
        var colours = new LineColours.OfText(
                List.of(new Span(2, 12, TokenKind.COMMENT)), new int[] {0, 5, 6, 16}); // "abcd", "", "comment x"
        assertThat(colours.of(0)).containsExactly(new Span(2, 4, TokenKind.COMMENT));
        assertThat(colours.of(1)).isEmpty();
        assertThat(colours.of(2)).containsExactly(new Span(0, 6, TokenKind.COMMENT));
    }
}
