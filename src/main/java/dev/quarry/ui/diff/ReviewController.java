package dev.quarry.ui.diff;

import dev.quarry.diff.LineText;
import dev.quarry.diff.Row;
import dev.quarry.diff.review.Decision;
import dev.quarry.diff.review.HunkState;
import java.util.Optional;

/// Takes the user's decisions, and takes them back. FX thread only.
final class ReviewController {
    private final DiffModel model;
    private Runnable settling = () -> {};

    ReviewController(DiffModel model) {
        this.model = model;
    }

    /// Decides on the hunk of the current row. The same decision twice takes it back.
    void decideHunk(Decision decision) {
        decide(model.rows().currentHunk(), decision);
    }

    void decide(int hunk, Decision decision) {
        settle();
        var review = model.review();
        if (review != null && hunk != Row.NO_HUNK) {
            var taken = review.diff().hunks().get(hunk);
            var same = review.state(taken) == (decision == Decision.ACCEPTED ? HunkState.ACCEPTED : HunkState.REJECTED);
            review.decide(taken, same ? Decision.UNDECIDED : decision);
            model.stepTaken();
        }
    }

    /// Decides on the selected lines alone.
    void decideLines(Decision decision) {
        settle();
        var review = model.review();
        if (review == null) {
            return;
        }
        for (var line : model.rows().selectedLines()) {
            var row = model.look().layoutProperty().get().decisionRow(review.diff(), line);
            review.decide(review.diff().hunks().get(line.hunk()), row, decision);
        }
        model.stepTaken();
    }

    void decideAll(Decision decision) {
        settle();
        var review = model.review();
        if (review != null) {
            review.decideAll(decision);
            model.stepTaken();
        }
    }

    void undo() {
        settle();
        var review = model.review();
        if (review != null) {
            review.undo();
            model.stepTaken();
        }
    }

    void redo() {
        settle();
        var review = model.review();
        if (review != null) {
            review.redo();
            model.stepTaken();
        }
    }

    /// What takes over text that was typed and not yet taken.
    void onSettle(Runnable taking) {
        settling = taking;
    }

    void settle() {
        settling.run();
    }

    /// Takes the result as it was edited by hand.
    void edit(String text) {
        var review = model.review();
        if (review != null) {
            review.edit(text);
            model.stepTaken();
        }
    }

    /// What the review makes of the text. Where nothing was decided at all, everything is accepted first: who applies
    /// without a decision means the proposal.
    Optional<LineText> result() {
        settle();
        var review = model.review();
        if (review == null) {
            return Optional.empty();
        }
        if (review.counts().decided() == 0
                && review.result().equals(review.diff().left())) {
            decideAll(Decision.ACCEPTED);
        }
        return Optional.of(review.result());
    }
}
