package dev.quarry.ui.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.diff.ColumnRange;
import dev.quarry.language.Span;
import dev.quarry.language.TokenKind;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LinePieceTest {

    private static LinePiece plain(String text) {
        return new LinePiece(text, null, false);
    }

    @Test
    void lineIsCutWhereColoursBeginAndEnd() {
        var spans = List.of(new Span(0, 6, TokenKind.KEYWORD), new Span(7, 8, TokenKind.NUMBER));
        assertThat(LinePiece.cut("return 1;", spans, List.of()))
                .containsExactly(
                        new LinePiece("return ", TokenKind.KEYWORD, false),
                        new LinePiece("1", TokenKind.NUMBER, false),
                        plain(";"));
    }

    @Test
    void changesCutColoursAndBlanksDoNotLeaveThem() {
        var spans = List.of(new Span(0, 6, TokenKind.KEYWORD));
        assertThat(LinePiece.cut("return x;", spans, List.of(new ColumnRange(3, 7))))
                .containsExactly(
                        new LinePiece("ret", TokenKind.KEYWORD, false),
                        new LinePiece("urn ", TokenKind.KEYWORD, true),
                        plain("x;"));
    }

    @Test
    void tabsReachTheNextStop() {
        assertThat(LinePiece.cut("\tab\tc", List.of(), List.of())).containsExactly(plain("    ab  c"));
    }

    @Test
    void blanksBeforeAColouredWordJoinIt() {
        assertThat(LinePiece.cut("    int", List.of(new Span(4, 7, TokenKind.TYPE)), List.of()))
                .containsExactly(new LinePiece("    int", TokenKind.TYPE, false));
    }

    @Test
    void endlessLineIsCutOff() {
        var shown = LinePiece.cut("x".repeat(1_000_000), List.of(), List.of());
        assertThat(shown.stream().map(LinePiece::text).collect(Collectors.joining()))
                .hasSize(LinePiece.MOST_COLUMNS);
    }
}
