package dev.quarry.ui.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.diff.Diff;
import dev.quarry.diff.LineDiff;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private static final String LEFT =
            IntStream.range(0, 30).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
    private static final Diff DIFF = LineDiff.compare(LEFT, LEFT.replace("line 15", "another"));

    @Test
    void whatIsFarFromAHunkIsFolded() {
        var shown = Layout.SIDE_BY_SIDE.shown(DIFF, Set.of());
        assertThat(shown).hasSize(1 + 3 + 1 + 3 + 1);
        assertThat(shown.getFirst()).isInstanceOf(ShownRow.Closed.class);
        assertThat(shown.get(4).hunk()).isZero();
    }

    @Test
    void openFoldShowsItsLines() {
        var shown = Layout.SIDE_BY_SIDE.shown(DIFF, Set.of(0));
        assertThat(shown).hasSize(12 + 3 + 1 + 3 + 1);
        assertThat(shown.getFirst()).isEqualTo(new ShownRow.Line(DIFF.rows().getFirst(), 0));
        assertThat(Layout.SIDE_BY_SIDE.shown(DIFF, Set.of(0, 1))).hasSize(30);
    }

    @Test
    void bothRowsOfAChangedLineAreOneDecisionInOneColumn() {
        var lines = Layout.UNIFIED.shown(DIFF, Set.of()).stream()
                .filter(row -> row.hunk() == 0)
                .map(ShownRow.Line.class::cast)
                .toList();
        assertThat(lines).hasSize(2);
        assertThat(lines).allMatch(line -> Layout.UNIFIED.decisionRow(DIFF, line) == 0);
    }
}
