package dev.quarry.diff.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.diff.Diff;
import dev.quarry.diff.DiffOptions;
import dev.quarry.diff.Endings;
import dev.quarry.diff.LineDiff;
import dev.quarry.diff.LineText;
import dev.quarry.diff.Row;
import dev.quarry.diff.TextPairs;
import dev.quarry.diff.Whitespace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What holds for every pair of texts.
class ReviewPropertiesTest {
    private static final int PAIRS = 3_000;
    private static final List<Decision> DECISIONS = List.of(Decision.values());

    @Test
    void acceptingAllGivesTheRightTextAndNothingTheLeft() {
        TextPairs.forEach(PAIRS, (left, right) -> assertBothEnds(LineDiff.compare(left, right)));
    }

    @Test
    void aCoarseDiffTurnsLeftIntoRightToo() {
        TextPairs.forEach(
                PAIRS,
                (left, right) -> assertBothEnds(compare(left, right, DiffOptions.STANDARD.within(Duration.ZERO))));
    }

    @Test
    void withEndingsComparedTheRightTextIsMetExactlyWhateverEndsItsLines() {
        TextPairs.forEachGenerated(
                PAIRS,
                List.of("\n", "\r\n", "\r"),
                (left, right) -> assertBothEnds(compare(left, right, DiffOptions.STANDARD.with(Endings.COMPARE))));
    }

    @Test
    void linesOfTheRightTakeTheEndingOfTheLeft() {
        TextPairs.forEach(PAIRS, (left, right) -> {
            var windows = left.replace("\n", "\r\n");
            var review = new Review(LineDiff.compare(windows, right));
            assertThat(review.result().text()).isEqualTo(windows);

            review.decideAll(Decision.ACCEPTED);
            var expected = LineText.of(windows).mainEnding().isPresent() ? right.replace("\n", "\r\n") : right;
            assertThat(review.result().text()).isEqualTo(expected);
        });
    }

    @Test
    void ignoredWhitespaceStaysAsItIsOnTheLeft() {
        for (var whitespace : Whitespace.values()) {
            var options = DiffOptions.STANDARD.with(whitespace);
            TextPairs.forEachGenerated(PAIRS / 5, List.of("\n"), (left, right) -> {
                var review = new Review(compare(left, right, options));
                assertThat(review.result().text()).isEqualTo(left);

                review.decideAll(Decision.ACCEPTED);
                assertThat(LineDiff.compare(review.result(), LineText.of(right), options)
                                .hunks())
                        .isEmpty();
            });
        }
    }

    @Test
    void decisionsByRowComposeTheResult() {
        var random = new Random(7);
        TextPairs.forEach(PAIRS, (left, right) -> {
            var diff = LineDiff.compare(left, right);
            var review = new Review(diff);
            var expected = new ArrayList<String>();
            for (var row : diff.rows()) {
                var accepted = random.nextBoolean();
                if (row.hunk() != Row.NO_HUNK) {
                    var hunk = diff.hunks().get(row.hunk());
                    var inHunk = diff.rows(hunk).indexOf(row);
                    review.decide(hunk, inHunk, accepted ? Decision.ACCEPTED : Decision.REJECTED);
                }
                if (accepted && row.hunk() != Row.NO_HUNK) {
                    if (!row.fillerRight()) {
                        expected.add(diff.right().line(row.right()));
                    }
                } else if (!row.fillerLeft()) {
                    expected.add(diff.left().line(row.left()));
                }
            }
            assertThat(review.result().lines()).isEqualTo(expected);
        });
    }

    @Test
    void aWholeHunkDecisionLeavesTheOthersAlone() {
        TextPairs.forEachReal((left, right) -> {
            var diff = LineDiff.compare(left, right);
            for (var hunk : diff.hunks()) {
                var review = new Review(diff);
                review.decide(hunk, Decision.ACCEPTED);
                var expected = new ArrayList<>(diff.left().lines().subList(0, hunk.leftFrom()));
                expected.addAll(diff.right().lines().subList(hunk.rightFrom(), hunk.rightTo()));
                expected.addAll(
                        diff.left().lines().subList(hunk.leftTo(), diff.left().size()));
                assertThat(review.result().lines()).isEqualTo(expected);
                assertThat(review.rangeOf(hunk))
                        .isEqualTo(new ResultRange(hunk.leftFrom(), hunk.leftFrom() + hunk.rightSize()));
            }
        });
    }

    @Test
    void undoAndRedoAreExactInverses() {
        var random = new Random(11);
        TextPairs.forEachGenerated(500, List.of("\n", "\r\n"), (left, right) -> {
            var diff = LineDiff.compare(left, right);
            var review = new Review(diff);
            var results = new ArrayList<>(List.of(review.result()));
            var counts = new ArrayList<>(List.of(review.counts()));
            for (var step = 0; step < 12; step++) {
                takeRandomStep(review, random);
                if (review.canRedo()) {
                    throw new AssertionError("a new step must drop what could be done again");
                }
                if (!review.result().equals(results.getLast())
                        || !review.counts().equals(counts.getLast())) {
                    results.add(review.result());
                    counts.add(review.counts());
                }
            }
            var ends = new ArrayList<LineText>();
            while (review.canUndo()) {
                ends.add(review.result());
                review.undo();
            }
            assertThat(review.result()).isEqualTo(results.getFirst());
            assertThat(review.counts()).isEqualTo(counts.getFirst());
            for (var end : ends.reversed()) {
                review.redo();
                assertThat(review.result()).isEqualTo(end);
            }
            assertThat(review.counts()).isEqualTo(counts.getLast());
            assertThat(review.canRedo()).isFalse();
        });
    }

    @Test
    void anEditGivesTheTextThatWasWritten() {
        var random = new Random(13);
        TextPairs.forEachGenerated(PAIRS, List.of("\n"), (left, right) -> {
            var review = new Review(LineDiff.compare(left, right));
            for (var step = 0; step < 4; step++) {
                takeRandomStep(review, random);
                var before = review.result();
                var written = edited(before, random);
                review.edit(written);
                assertThat(review.result().text()).isEqualTo(written);
                if (!written.equals(before.text())) {
                    review.undo();
                    assertThat(review.result()).isEqualTo(before);
                    review.redo();
                    assertThat(review.result().text()).isEqualTo(written);
                }
            }
        });
    }

    @Test
    void writingTheRightTextByHandDecidesNothingElse() {
        TextPairs.forEach(PAIRS, (left, right) -> {
            var review = new Review(LineDiff.compare(left, right));
            review.edit(right);
            assertThat(review.result().text()).isEqualTo(right);
        });
    }

    private static void takeRandomStep(Review review, Random random) {
        var hunks = review.diff().hunks();
        var decision = DECISIONS.get(random.nextInt(DECISIONS.size()));
        switch (random.nextInt(hunks.isEmpty() ? 2 : 4)) {
            case 0 -> review.edit(edited(review.result(), random));
            case 1 -> review.decideAll(decision);
            case 2 -> review.decide(hunks.get(random.nextInt(hunks.size())), decision);
            default -> {
                var hunk = hunks.get(random.nextInt(hunks.size()));
                review.decide(hunk, random.nextInt(review.diff().rows(hunk).size()), decision);
            }
        }
    }

    private static String edited(LineText text, Random random) {
        var from = random.nextInt(text.size() + 1);
        var to = from + random.nextInt(Math.min(3, text.size() - from) + 1);
        var put = random.nextBoolean() ? "typed\n" : random.nextBoolean() ? "b\n}\n" : "";
        return text.withLines(from, to, put).text();
    }

    private static void assertBothEnds(Diff diff) {
        var review = new Review(diff);
        assertThat(review.result()).isEqualTo(diff.left());
        review.decideAll(Decision.REJECTED);
        assertThat(review.result()).isEqualTo(diff.left());
        review.decideAll(Decision.ACCEPTED);
        assertThat(review.result()).isEqualTo(diff.right());
    }

    private static Diff compare(String left, String right, DiffOptions options) {
        return LineDiff.compare(LineText.of(left), LineText.of(right), options);
    }
}
