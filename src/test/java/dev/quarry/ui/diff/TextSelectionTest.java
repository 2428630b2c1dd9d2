package dev.quarry.ui.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.diff.LineDiff;
import dev.quarry.diff.LineText;
import dev.quarry.language.Languages;
import org.junit.jupiter.api.Test;

class TextSelectionTest {
    private static final Comparison COMPARISON = compare("one\ntwo left\nthree\n", "one\ntwo right\nfour\nthree\n");

    private static Comparison compare(String left, String right) {
        return Comparison.of(
                new Version("left", LineText.of(left), Languages.PLAIN_TEXT, null, null),
                new Version("right", LineText.of(right), Languages.PLAIN_TEXT, null, null),
                LineDiff.compare(left, right));
    }

    @Test
    void textOfOneSideLeavesOutWhereItHasNoLine() {
        var selection = new TextSelection(Side.LEFT, new Place(0, 1), new Place(3, 2));
        assertThat(selection.text(COMPARISON, Layout.SIDE_BY_SIDE)).isEqualTo("ne\ntwo left\nth");
    }

    @Test
    void selectingBackwardsIsTheSame() {
        var selection = new TextSelection(Side.RIGHT, new Place(2, 4), new Place(1, 4));
        assertThat(selection.text(COMPARISON, Layout.SIDE_BY_SIDE)).isEqualTo("right\nfour");
    }

    @Test
    void inOneColumnTextIsWhatStandsThere() {
        var selection = new TextSelection(Side.RIGHT, new Place(1, 0), new Place(3, 4));
        assertThat(selection.text(COMPARISON, Layout.UNIFIED)).isEqualTo("two left\ntwo right\nfour");
    }

    @Test
    void columnsBeyondTheEndOfALineAreItsEnd() {
        var selection = new TextSelection(Side.LEFT, new Place(0, 99), new Place(1, 99));
        assertThat(selection.text(COMPARISON, Layout.SIDE_BY_SIDE)).isEqualTo("\ntwo left");
    }
}
