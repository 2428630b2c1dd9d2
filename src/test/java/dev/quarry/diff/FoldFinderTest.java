package dev.quarry.diff;

import static dev.quarry.diff.Sketch.lines;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FoldFinderTest {
    private static final String CODE = lines(
            "package p;",
            "",
            "class Shop {",
            "    int a;",
            "",
            "    @Override",
            "    void sell(int amount) {",
            "        one();",
            "        two();",
            "        three();",
            "        if (amount > 0) {",
            "            four();",
            "            five();",
            "        }",
            "    }",
            "",
            "    void last() {",
            "    }",
            "}");

    @Test
    void theContextStaysVisibleAndHeadingsSayWhereItIs() {
        var diff = LineDiff.compare(CODE, CODE.replace("five();", "six();"));
        assertThat(diff.folds(1))
                .containsExactly(
                        new Fold(0, 11, List.of("class Shop {", "void sell(int amount) {", "if (amount > 0) {")),
                        new Fold(14, 19, List.of()));
    }

    @Test
    void aShortRunIsNotHidden() {
        var diff = LineDiff.compare(CODE, CODE.replace("five();", "six();").replace("three();", "drei();"));
        assertThat(diff.folds(0)).extracting(Fold::fromRow).containsExactly(0, 13);
    }

    @Test
    void equalTextsAreOneFold() {
        assertThat(LineDiff.compare(CODE, CODE).folds(3)).containsExactly(new Fold(0, 19, List.of()));
    }
}
