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

    @Test
    void columnsAreFoundBehindTabs() {
        var line = "\ta\tb";
        assertThat(LinePiece.shownColumn(line, 2)).isEqualTo(5);
        assertThat(LinePiece.shownColumn(line, 3)).isEqualTo(8);
        assertThat(LinePiece.shownColumn(line, 6)).isEqualTo(11);
        assertThat(LinePiece.columnAt(line, 3)).isZero();
        assertThat(LinePiece.columnAt(line, 5)).isEqualTo(2);
        assertThat(LinePiece.columnAt(line, 8)).isEqualTo(3);
        assertThat(LinePiece.columnAt(line, 99)).isEqualTo(4);
    }
}
