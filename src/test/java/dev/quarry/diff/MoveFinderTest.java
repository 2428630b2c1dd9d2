package dev.quarry.diff;

import static dev.quarry.diff.Sketch.lines;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MoveFinderTest {
    private static final String BLOCK =
            lines("void moved() {", "    var total = sum(values);", "    print(total);", "}");
    private static final String REST = lines("void one() {", "    a();", "    b();", "    c();", "    d();", "}");

    @Test
    void aBlockThatIsGoneHereAndNewThereMoved() {
        var diff = LineDiff.compare(BLOCK + REST, REST + BLOCK);
        assertThat(diff.moves()).containsExactly(new Move(0, 6, 4));
    }

    @Test
    void aBlockMayBeIndentedDifferently() {
        var diff = LineDiff.compare(BLOCK + REST, REST + BLOCK.indent(4));
        assertThat(diff.moves()).containsExactly(new Move(0, 6, 4));
    }

    @Test
    void twoLinesAreNoBlock() {
        var two = lines("var total = sum(values);", "print(total, everything);");
        assertThat(LineDiff.compare(two + REST, REST + two).moves()).isEmpty();
    }

    @Test
    void bracesAndBlankLinesAloneAreNoBlock() {
        var braces = lines("}", "", "}", "", "}");
        assertThat(LineDiff.compare(braces + REST, REST + braces).moves()).isEmpty();
    }

    @Test
    void aBlockOnlyAddedDidNotMove() {
        assertThat(LineDiff.compare(REST, REST + BLOCK).moves()).isEmpty();
        assertThat(LineDiff.compare(BLOCK + REST, BLOCK + REST + BLOCK).moves()).isEmpty();
    }

    @Test
    void movesDoNotOverlap() {
        TextPairs.forEachReal((left, right) -> {
            var diff = LineDiff.compare(left + right, right + left);
            var end = 0;
            for (var move : diff.moves()) {
                assertThat(move.leftFrom()).isGreaterThanOrEqualTo(end);
                end = move.leftTo();
                for (var i = 0; i < move.lines(); i++) {
                    assertThat(diff.right().line(move.rightFrom() + i).strip())
                            .isEqualTo(diff.left().line(move.leftFrom() + i).strip());
                }
            }
        });
    }
}
