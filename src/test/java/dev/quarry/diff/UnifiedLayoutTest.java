package dev.quarry.diff;

import static dev.quarry.diff.Sketch.lines;
import static dev.quarry.diff.Sketch.rows;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnifiedLayoutTest {

    @Test
    void whatGoesComesBeforeWhatComes() {
        var diff = LineDiff.compare(lines("a", "red one", "red two", "z"), lines("a", "blue one", "blue two", "z"));
        assertThat(rows(diff, diff.unifiedRows()))
                .containsExactly("=a|a", "-red one| #0", "-red two| #0", "+|blue one #0", "+|blue two #0", "=z|z");
    }

    @Test
    void bothRowsOfAChangedLineAreOneDecision() {
        var diff = LineDiff.compare(lines("red one", "red two"), lines("blue one", "blue two", "new"));
        assertThat(diff.unifiedRows().stream().map(diff::decisionRow)).containsExactly(0, 1, 0, 1, 2);
    }

    @Test
    void linesThatStayWithinAHunkPartItsChanges() {
        var diff = LineDiff.compare(lines("run(a);"), lines("try (var a = open()) {", "run(a);", "}"));
        assertThat(rows(diff, diff.unifiedRows()))
                .containsExactly("+|try (var a = open()) { #0", "=run(a);|run(a); #0", "+|} #0");
    }

    @Test
    void aFinalNewlineIsShownRightAfterAnotherHunk() {
        var diff = LineDiff.compare("a\nsame", "b\nsame\n");
        assertThat(rows(diff, diff.unifiedRows())).containsExactly("-a| #0", "+|b #0", "-same| #1", "+|same #1");
    }

    @Test
    void foldsCountUnifiedRows() {
        var same = lines("1", "2", "3", "4", "5", "6");
        var diff = LineDiff.compare("red one\n" + same, "blue one\n" + same);
        assertThat(diff.folds(1)).containsExactly(new Fold(2, 7, List.of()));
        assertThat(diff.unifiedFolds(1)).containsExactly(new Fold(3, 8, List.of()));
    }

    @Test
    void everyLineHasItsRow() {
        TextPairs.forEach(300, (left, right) -> {
            var diff = LineDiff.compare(left, right);
            var unified = diff.unifiedRows();
            assertThat(unified.stream().map(Row::left).filter(l -> l != Row.FILLER))
                    .containsExactlyElementsOf(diff.rows().stream()
                            .map(Row::left)
                            .filter(l -> l != Row.FILLER)
                            .toList());
            assertThat(unified.stream().map(Row::right).filter(l -> l != Row.FILLER))
                    .containsExactlyElementsOf(diff.rows().stream()
                            .map(Row::right)
                            .filter(l -> l != Row.FILLER)
                            .toList());
        });
    }
}
