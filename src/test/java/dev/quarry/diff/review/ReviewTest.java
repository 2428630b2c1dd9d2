package dev.quarry.diff.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.diff.Diff;
import dev.quarry.diff.DiffOptions;
import dev.quarry.diff.Hunk;
import dev.quarry.diff.LineDiff;
import dev.quarry.diff.LineText;
import dev.quarry.diff.Whitespace;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewTest {
    private static final String LEFT = lines("start", "red apple", "middle", "green pear", "blue plum", "end");
    private static final String RIGHT =
            lines("start", "red cherry", "middle", "green grape", "blue fig", "new melon", "end");

    private final Diff diff = LineDiff.compare(LEFT, RIGHT);
    private final Hunk first = diff.hunks().getFirst();
    private final Hunk second = diff.hunks().getLast();
    private final Review review = new Review(diff);

    @Test
    void nothingIsDecidedAtFirst() {
        assertThat(review.result().text()).isEqualTo(LEFT);
        assertThat(review.counts()).isEqualTo(new ReviewCounts(2, 2, 0, 0, 0, 0));
        assertThat(review.canUndo()).isFalse();
    }

    @Test
    void onlyAcceptedHunksChangeTheResult() {
        review.decide(first, Decision.REJECTED);
        review.decide(second, Decision.ACCEPTED);
        assertThat(review.result().lines())
                .containsExactly("start", "red apple", "middle", "green grape", "blue fig", "new melon", "end");
        assertThat(review.counts()).isEqualTo(new ReviewCounts(2, 0, 1, 1, 0, 0));
        assertThat(review.rangeOf(second)).isEqualTo(new ResultRange(3, 6));
    }

    @Test
    void aRowIsDecidedByItself() {
        review.decide(second, 1, Decision.ACCEPTED);
        assertThat(review.result().lines())
                .containsExactly("start", "red apple", "middle", "green pear", "blue fig", "end");
        assertThat(review.state(second)).isEqualTo(HunkState.MIXED);
        assertThat(review.decision(second, 0)).isEqualTo(Decision.UNDECIDED);
        assertThat(review.decision(second, 1)).isEqualTo(Decision.ACCEPTED);
    }

    @Test
    void allRowsDecidedAlikeDecideTheHunk() {
        for (var row = 0; row < diff.rows(second).size(); row++) {
            review.decide(second, row, Decision.REJECTED);
        }
        assertThat(review.state(second)).isEqualTo(HunkState.REJECTED);
    }

    @Test
    void decidingAnewReplacesTheDecision() {
        review.decide(first, Decision.ACCEPTED);
        review.decide(first, Decision.UNDECIDED);
        assertThat(review.state(first)).isEqualTo(HunkState.UNDECIDED);
        review.undo();
        assertThat(review.state(first)).isEqualTo(HunkState.ACCEPTED);
    }

    @Test
    void theSameDecisionTwiceIsOneStep() {
        review.decide(first, Decision.ACCEPTED);
        review.decide(first, Decision.ACCEPTED);
        review.undo();
        assertThat(review.canUndo()).isFalse();
        assertThat(review.canRedo()).isTrue();
    }

    @Test
    void aNewStepDropsWhatWasUndone() {
        review.decide(first, Decision.ACCEPTED);
        review.undo();
        review.decide(second, Decision.ACCEPTED);
        assertThat(review.canRedo()).isFalse();
        review.redo();
        assertThat(review.state(first)).isEqualTo(HunkState.UNDECIDED);
    }

    @Test
    void acceptingAllIsOneStep() {
        review.decideAll(Decision.ACCEPTED);
        assertThat(review.result().text()).isEqualTo(RIGHT);
        review.undo();
        assertThat(review.result().text()).isEqualTo(LEFT);
    }

    @Test
    void anEditOutsideHunksStaysWhateverIsDecided() {
        review.edit(LEFT.replace("middle", "written"));
        assertThat(review.counts()).isEqualTo(new ReviewCounts(2, 2, 0, 0, 0, 0));
        review.decideAll(Decision.ACCEPTED);
        assertThat(review.result().text()).isEqualTo(RIGHT.replace("middle", "written"));
    }

    @Test
    void anEditOfOneHunkLeavesTheOtherDecided() {
        review.decideAll(Decision.ACCEPTED);
        review.edit(RIGHT.replace("red cherry", "red rose"));
        assertThat(review.state(first)).isEqualTo(HunkState.EDITED);
        assertThat(review.state(second)).isEqualTo(HunkState.ACCEPTED);
        assertThat(review.decision(first, 0)).isEqualTo(Decision.UNDECIDED);
        assertThat(review.rangeOf(first)).isEqualTo(new ResultRange(1, 2));
    }

    @Test
    void typingOneSidesTextDecides() {
        review.edit(LEFT.replace("red apple", "red cherry"));
        assertThat(review.state(first)).isEqualTo(HunkState.ACCEPTED);
        review.edit(LEFT);
        assertThat(review.state(first)).isEqualTo(HunkState.REJECTED);
    }

    @Test
    void deletingAnAcceptedLineRejectsItsRow() {
        review.decide(second, Decision.ACCEPTED);
        review.edit(review.result().text().replace("new melon\n", ""));
        assertThat(review.state(second)).isEqualTo(HunkState.MIXED);
        assertThat(review.decision(second, 1)).isEqualTo(Decision.ACCEPTED);
        assertThat(review.decision(second, 2)).isEqualTo(Decision.REJECTED);
    }

    @Test
    void typingBackADeletedLineDecidesItsHunk() {
        var removal = new Review(LineDiff.compare(lines("a", "gone", "b"), lines("a", "b")));
        removal.decideAll(Decision.ACCEPTED);
        removal.edit(lines("a", "gone", "b"));
        assertThat(removal.counts()).isEqualTo(new ReviewCounts(1, 0, 0, 1, 0, 0));
    }

    @Test
    void linesWrittenBesideAHunkSurviveItsRejection() {
        review.decide(first, Decision.ACCEPTED);
        review.edit(review.result().text().replace("red cherry\n", "red cherry\nmy own line\n"));
        assertThat(review.state(first)).isEqualTo(HunkState.ACCEPTED);
        review.decide(first, Decision.REJECTED);
        assertThat(review.result().lines()).startsWith("start", "red apple", "my own line", "middle");
    }

    @Test
    void decidingAllSparesWhatWasEdited() {
        review.edit(LEFT.replace("red apple", "red rose"));
        review.decideAll(Decision.ACCEPTED);
        assertThat(review.result().text()).isEqualTo(RIGHT.replace("red cherry", "red rose"));
        review.decide(first, Decision.ACCEPTED);
        assertThat(review.result().text()).isEqualTo(RIGHT);
    }

    @Test
    void startingOverTakesBackEditsTooAndCanBeUndone() {
        review.decideAll(Decision.ACCEPTED);
        review.edit(RIGHT.replace("middle", "written"));
        review.startOver();
        assertThat(review.result().text()).isEqualTo(LEFT);
        review.undo();
        assertThat(review.result().text()).isEqualTo(RIGHT.replace("middle", "written"));
    }

    @Test
    void anEditInAnEditorThatKnowsOnlyLfKeepsTheEndings() {
        var windows = new Review(LineDiff.compare("a\r\nb\rc\r\n", "a\r\nx\r\nc\r\n"));
        windows.edit("a\nb\nc\nd");
        assertThat(windows.result().text()).isEqualTo("a\r\nb\rc\r\nd");
        windows.edit("a\nb\nc\n");
        assertThat(windows.result().text()).isEqualTo("a\r\nb\rc\r\n");
    }

    @Test
    void anEmptiedResultIsEmpty() {
        review.edit("");
        assertThat(review.result()).isEqualTo(LineText.EMPTY);
        review.edit("fresh\n");
        assertThat(review.result().text()).isEqualTo("fresh\n");
        review.undo();
        review.undo();
        assertThat(review.result().text()).isEqualTo(LEFT);
    }

    @Test
    void aHunkAnsweredAnewIsUndecidedAndTheOthersKeepTheirState() {
        review.decide(first, Decision.ACCEPTED);
        review.decide(second, Decision.ACCEPTED);
        review.edit(review.result().text().replace("middle", "written"));
        var answer = diff.right().withLines(first.rightFrom(), first.rightTo(), "red currant\n");

        var carried = review.carriedTo(LineDiff.compare(diff.left(), answer, DiffOptions.STANDARD));

        assertThat(carried.lostEdits()).isZero();
        assertThat(carried.lostDecisions()).isOne();
        assertThat(carried.review().result().lines())
                .containsExactly("start", "red apple", "written", "green grape", "blue fig", "new melon", "end");
        assertThat(carried.review().counts()).isEqualTo(new ReviewCounts(2, 1, 1, 0, 0, 0));
    }

    @Test
    void editsWithoutACounterpartAreCounted() {
        review.edit(LEFT.replace("red apple", "red rose"));
        var carried = review.carriedTo(LineDiff.compare(LEFT, RIGHT.replace("red cherry", "red currant")));
        assertThat(carried.lostEdits()).isOne();
        assertThat(carried.review().result().text()).isEqualTo(LEFT);
    }

    @Test
    void decisionsSurviveAChangeOfOptions() {
        review.decide(second, Decision.ACCEPTED);
        var options = DiffOptions.STANDARD.with(Whitespace.IGNORE_ALL);
        var carried = review.carriedTo(LineDiff.compare(diff.left(), diff.right(), options));
        assertThat(carried.review().result()).isEqualTo(review.result());
    }

    @Test
    void aReviewWithoutHunksCanStillBeEdited() {
        var same = new Review(LineDiff.compare("a\n", "a\n"));
        same.edit("a\nb\n");
        same.decideAll(Decision.REJECTED);
        assertThat(same.result().lines()).isEqualTo(List.of("a", "b"));
    }

    private static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }
}
