package dev.quarry.ui.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.diff.Diff;
import dev.quarry.diff.LineDiff;
import dev.quarry.ui.control.Search;
import dev.quarry.ui.diff.DiffSearch.Found;
import org.junit.jupiter.api.Test;

class DiffSearchTest {
    private static final Diff DIFF =
            LineDiff.compare("start total\nold total\nend\n", "start total\nnew\ntotal sum\nend\n");

    @Test
    void aLineThatIsTheSameOnBothSidesCountsOnce() {
        assertThat(find("start", Layout.SIDE_BY_SIDE)).containsExactly(new Found(0, Side.RIGHT, true, 0, 5));
        assertThat(find("start", Layout.UNIFIED)).containsExactly(new Found(0, Side.RIGHT, true, 0, 5));
    }

    @Test
    void changedLinesAreSearchedOnBothSides() {
        assertThat(find("total", Layout.SIDE_BY_SIDE))
                .extracting(Found::side)
                .containsExactly(Side.RIGHT, Side.LEFT, Side.RIGHT);
        assertThat(find("total", Layout.UNIFIED))
                .extracting(found -> DIFF.unifiedRows().get(found.row()).left())
                .containsExactly(0, 1, -1);
    }

    @Test
    void aMatchStaysWithinItsLine() {
        var search = new Search("total\\s+old", true, true);
        assertThat(DiffSearch.find(search, DIFF, Layout.SIDE_BY_SIDE).matches()).isEmpty();
    }

    @Test
    void aPatternThatIsNoneIsAProblem() {
        assertThat(DiffSearch.find(new Search("(", true, true), DIFF, Layout.UNIFIED)
                        .problem())
                .isNotNull();
    }

    @Test
    void nothingIsFoundOfNothing() {
        assertThat(find("", Layout.SIDE_BY_SIDE)).isEmpty();
    }

    private static java.util.List<Found> find(String text, Layout layout) {
        return DiffSearch.find(new Search(text, false, false), DIFF, layout).matches();
    }
}
