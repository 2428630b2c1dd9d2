package dev.quarry.diff;

import static dev.quarry.diff.Sketch.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarry.diff.ThreeWay.Choice;
import dev.quarry.diff.ThreeWay.Lines;
import dev.quarry.diff.ThreeWay.Side;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreeWayTest {
    private static final String BASE = lines("one", "two", "three", "four", "five");

    @Test
    void changesInDifferentPlacesGoTogether() {
        var merge = merge(BASE, BASE.replace("one", "ours"), BASE.replace("five", "theirs"));
        assertThat(merge.conflicts()).isEmpty();
        assertThat(merge.merged(List.of()).lines()).containsExactly("ours", "two", "three", "four", "theirs");
    }

    @Test
    void theSameChangeOnBothSidesIsNoConflict() {
        var changed = BASE.replace("two", "2");
        assertThat(merge(BASE, changed, changed).merged(List.of()).text()).isEqualTo(changed);
    }

    @ParameterizedTest
    @CsvSource({
        "OURS, one|ours|three|four|five",
        "THEIRS, one|theirs|three|four|five",
        "BOTH, one|ours|theirs|three|four|five"
    })
    void aConflictIsForTheUserToSettle(Choice choice, String expected) {
        var merge = merge(BASE, BASE.replace("two", "ours"), BASE.replace("two", "theirs"));
        assertThat(merge.conflicts())
                .containsExactly(new ThreeWay.Conflict(
                        new Lines(Side.BASE, 1, 2), new Lines(Side.OURS, 1, 2), new Lines(Side.THEIRS, 1, 2)));
        assertThat(merge.lines(merge.conflicts().getFirst().theirs())).containsExactly("theirs");
        assertThat(merge.merged(List.of(choice)).lines()).containsExactly(expected.split("\\|"));
    }

    @Test
    void aDeletionAgainstAChangeIsAConflict() {
        var merge = merge(BASE, BASE.replace("two\n", ""), BASE.replace("two", "2"));
        assertThat(merge.merged(List.of(Choice.OURS)).lines()).containsExactly("one", "three", "four", "five");
        assertThat(merge.merged(List.of(Choice.THEIRS)).lines()).containsExactly("one", "2", "three", "four", "five");
    }

    @Test
    void everyConflictWantsAChoice() {
        var merge = merge(BASE, BASE.replace("two", "ours"), BASE.replace("two", "theirs"));
        assertThatThrownBy(() -> merge.merged(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theMergedTextHasTheLineEndingsOfTheFileAsItIsNow() {
        var theirs = BASE.replace("five", "theirs").replace("\n", "\r\n");
        assertThat(merge(BASE, BASE.replace("one", "ours"), theirs)
                        .merged(List.of())
                        .text())
                .isEqualTo(lines("ours", "two", "three", "four", "theirs").replace("\n", "\r\n"));
    }

    @Test
    void aFinalNewlineTakenAwayBySomeoneStaysAway() {
        var theirs = BASE.stripTrailing();
        assertThat(merge(BASE, BASE.replace("one", "ours"), theirs)
                        .merged(List.of())
                        .text())
                .isEqualTo(lines("ours", "two", "three", "four", "five").stripTrailing());
    }

    @Test
    void ifOnlyOneSideChangedItsTextIsTheResult() {
        TextPairs.forEachGenerated(1_000, List.of("\n"), (left, right) -> {
            for (var merge : List.of(merge(left, right, left), merge(left, left, right), merge(left, right, right))) {
                assertThat(merge.conflicts()).isEmpty();
                assertThat(merge.merged(List.of()).text()).isEqualTo(right);
            }
        });
    }

    @Test
    void anEmptyBaseMakesOneConflict() {
        var merge = merge("", "a\n", "b\n");
        assertThat(merge.merged(Collections.nCopies(merge.conflicts().size(), Choice.BOTH))
                        .text())
                .isEqualTo("a\nb\n");
    }

    private static ThreeWay merge(String base, String ours, String theirs) {
        return ThreeWay.merge(LineText.of(base), LineText.of(ours), LineText.of(theirs));
    }
}
