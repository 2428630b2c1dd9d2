package dev.quarry.ui.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.diff.LineText;
import dev.quarry.diff.Row;
import dev.quarry.diff.ThreeWay;
import dev.quarry.ui.diff.ThreeWayRow.Choose;
import dev.quarry.ui.diff.ThreeWayRow.Lines;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreeWayRowTest {

    private static List<ThreeWayRow> rows(String base, String ours, String theirs) {
        return ThreeWayRow.of(ThreeWay.merge(LineText.of(base), LineText.of(ours), LineText.of(theirs)));
    }

    @Test
    void linesStandBesideWhatTheyCameFrom() {
        assertThat(rows("a\nb\nc\n", "a\nB\nc\n", "a\nb\nc\nd\n"))
                .containsExactly(
                        new Lines(0, false, 0, 0, false, -1),
                        new Lines(1, true, 1, 1, false, -1),
                        new Lines(2, false, 2, 2, false, -1),
                        new Lines(Row.FILLER, true, Row.FILLER, 3, true, -1));
    }

    @Test
    void conflictIsIntroducedByItsChoice() {
        assertThat(rows("a\nb\nc\n", "a\nours\nc\n", "a\ntheirs\nc\n"))
                .containsExactly(
                        new Lines(0, false, 0, 0, false, -1),
                        new Choose(0),
                        new Lines(1, true, 1, 1, true, 0),
                        new Lines(2, false, 2, 2, false, -1));
    }

    @Test
    void lineThatOneSideRemovedLeavesAGap() {
        assertThat(rows("a\nb\nc\n", "a\nc\n", "a\nb\nc\n"))
                .containsExactly(
                        new Lines(0, false, 0, 0, false, -1),
                        new Lines(Row.FILLER, true, 1, 1, false, -1),
                        new Lines(1, false, 2, 2, false, -1));
    }
}
