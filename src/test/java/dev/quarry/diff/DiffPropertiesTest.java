package dev.quarry.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What holds for every pair of texts and every way to compare them.
class DiffPropertiesTest {

    @Test
    void rowsShowEveryLineOnceAndInOrder() {
        forEachDiff(diff -> {
            var rows = diff.rows();
            assertThat(rows.stream().map(Row::left).filter(l -> l != Row.FILLER))
                    .containsExactlyElementsOf(range(0, diff.left().size()));
            assertThat(rows.stream().map(Row::right).filter(l -> l != Row.FILLER))
                    .containsExactlyElementsOf(range(0, diff.right().size()));
        });
    }

    @Test
    void theRowsOfAHunkAreItsLines() {
        forEachDiff(diff -> {
            for (var hunk : diff.hunks()) {
                var rows = diff.rows(hunk);
                assertThat(rows).isNotEmpty().allMatch(r -> r.hunk() == hunk.index());
                assertThat(rows.stream().map(Row::left).filter(l -> l != Row.FILLER))
                        .containsExactlyElementsOf(range(hunk.leftFrom(), hunk.leftTo()));
                assertThat(rows.stream().map(Row::right).filter(l -> l != Row.FILLER))
                        .containsExactlyElementsOf(range(hunk.rightFrom(), hunk.rightTo()));
            }
        });
    }

    @Test
    void linesOutsideHunksAreEqualAsFarAsTheOptionsLook() {
        forEachDiff(diff -> {
            var whitespace = diff.options().whitespace();
            for (var row : diff.rows()) {
                if (row.hunk() == Row.NO_HUNK && row.kind() == Row.Kind.SAME) {
                    assertThat(whitespace.keyOf(diff.right().line(row.right())))
                            .isEqualTo(whitespace.keyOf(diff.left().line(row.left())));
                }
            }
        });
    }

    @Test
    void changedPartsLieApartWithinTheirLine() {
        forEachDiff(diff -> {
            for (var hunk : diff.hunks()) {
                for (var i = hunk.leftFrom(); i < hunk.leftTo(); i++) {
                    assertWithin(diff.inline(hunk).ofLeft(i), diff.left().line(i));
                }
                for (var i = hunk.rightFrom(); i < hunk.rightTo(); i++) {
                    assertWithin(diff.inline(hunk).ofRight(i), diff.right().line(i));
                }
            }
        });
    }

    private static void assertWithin(List<ColumnRange> ranges, String line) {
        var end = 0;
        for (var range : ranges) {
            assertThat(range.from()).isBetween(end, range.to());
            end = range.to();
        }
        assertThat(end).isLessThanOrEqualTo(line.length());
    }

    @Test
    void hunksDoNotTouchButForTheFinalNewline() {
        forEachDiff(diff -> {
            Hunk before = null;
            for (var hunk : diff.hunks()) {
                if (before != null && hunk.kind() != Hunk.Kind.FINAL_NEWLINE) {
                    assertThat(hunk.leftFrom()).isGreaterThan(before.leftTo());
                    assertThat(hunk.rightFrom()).isGreaterThan(before.rightTo());
                }
                before = hunk;
            }
        });
    }

    private static List<Integer> range(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    private static void forEachDiff(Consumer<Diff> check) {
        var options = new ArrayList<DiffOptions>();
        for (var whitespace : Whitespace.values()) {
            options.add(DiffOptions.STANDARD.with(whitespace));
        }
        options.add(DiffOptions.STANDARD.with(Endings.COMPARE));
        options.add(DiffOptions.STANDARD.within(Duration.ZERO));
        TextPairs.forEach(
                200,
                (left, right) ->
                        options.forEach(o -> check.accept(LineDiff.compare(LineText.of(left), LineText.of(right), o))));
    }
}
