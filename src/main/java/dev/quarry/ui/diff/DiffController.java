package dev.quarry.ui.diff;

import dev.quarry.diff.DiffOptions;
import dev.quarry.diff.LineDiff;
import dev.quarry.diff.LineText;
import dev.quarry.diff.Precision;
import dev.quarry.diff.Whitespace;
import dev.quarry.diff.file.TextFileException;
import dev.quarry.diff.review.Review;
import dev.quarry.language.Highlighter;
import dev.quarry.language.Language;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.fx.FxThread;
import dev.quarry.ui.fx.LatestWork;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Compares what is chosen, in the background. FX thread only.
public final class DiffController implements AutoCloseable {
    private static final long COLOURS_AFTER_MILLIS = 100;

    private final DiffModel model;
    private final Highlighter quick;
    private final Consumer<String> onProblem;
    private final ReviewController reviewing;
    private final LatestWork<Job, Made> comparing;
    private final LatestWork<Optional<Comparison>, Optional<Coloured>> colouring;
    private @Nullable Pair again;

    private record Job(
            Source.@Nullable Content left,
            Source.@Nullable Content right,
            @Nullable Pair again,
            Whitespace whitespace) {}

    private record Pair(Version left, Version right) {}

    private record Coloured(Comparison of, LineColours left, LineColours right) {}

    private sealed interface Made {
        record Compared(Comparison comparison, LineColours left, LineColours right, boolean anew) implements Made {}

        record Refused(String sentence) implements Made {}

        record Nothing() implements Made {}
    }

    /// @param onProblem told one sentence when something cannot be compared
    public DiffController(DiffModel model, Highlighter quick, Consumer<String> onProblem) {
        this.model = model;
        reviewing = new ReviewController(model);
        this.quick = quick;
        this.onProblem = onProblem;
        comparing = new LatestWork<>("diff", 16, this::job, this::make, this::show);
        colouring = new LatestWork<>(
                "diff-colours",
                16,
                () -> Optional.ofNullable(model.comparisonProperty().get()),
                shown -> shown.map(this::colour),
                this::showColours);
        model.leftProperty().addListener((o, was, is) -> compare());
        model.rightProperty().addListener((o, was, is) -> compare());
        model.look().whitespaceProperty().addListener((o, was, is) -> {
            var now = model.comparisonProperty().get();
            if (now != null) {
                compareAgain(now.right());
            }
        });
    }

    ReviewController reviewing() {
        return reviewing;
    }

    /// Takes what both sources hold now and compares it; what was decided before goes.
    public void compare() {
        again = null;
        model.setComparing(true);
        comparing.request();
    }

    /// Compares the left as it is with another right, or with other options; what was decided stays where it can.
    void compareAgain(Version right) {
        reviewing.settle();
        var now = model.comparisonProperty().get();
        if (now != null) {
            again = new Pair(now.left(), right);
            model.setComparing(true);
            comparing.request();
        }
    }

    private Job job() {
        var left = model.leftProperty().get();
        var right = model.rightProperty().get();
        var whitespace = model.look().whitespaceProperty().get();
        return again == null
                ? new Job(
                        left == null ? null : left.content().get(),
                        right == null ? null : right.content().get(),
                        null,
                        whitespace)
                : new Job(null, null, again, whitespace);
    }

    private Made make(Job job) {
        try {
            Version left;
            Version right;
            if (job.again() != null) {
                left = job.again().left();
                right = job.again().right();
            } else if (job.left() != null && job.right() != null) {
                left = job.left().read();
                right = withEndOf(left.text(), job.right().read());
            } else {
                return new Made.Nothing();
            }
            var options = DiffOptions.STANDARD.with(job.whitespace());
            var comparison = Comparison.of(left, right, LineDiff.compare(left.text(), right.text(), options));
            return new Made.Compared(
                    comparison,
                    quickColours(left.language(), left.text()),
                    quickColours(right.language(), right.text()),
                    job.again() == null);
        } catch (TextFileException e) {
            return new Made.Refused(String.valueOf(e.getMessage()));
        }
    }

    /// A fence ends every answer with a newline: that says nothing about the end of the text.
    private static Version withEndOf(LineText left, Version right) {
        var text = right.text().text();
        if (right.origin() == null || left.size() == 0 || left.endsWithNewline() || !text.endsWith("\n")) {
            return right;
        }
        return right.withText(LineText.of(text.substring(0, text.length() - (text.endsWith("\r\n") ? 2 : 1))));
    }

    private void show(Made made) {
        model.setComparing(false);
        switch (made) {
            case Made.Nothing n -> model.clear();
            case Made.Refused refused -> {
                model.clear();
                onProblem.accept(refused.sentence());
            }
            case Made.Compared compared -> {
                var before = model.review();
                var diff = compared.comparison().diff();
                if (compared.anew() || before == null) {
                    model.show(compared.comparison(), new Review(diff), compared.left(), compared.right());
                } else {
                    var carried = before.carriedTo(diff);
                    model.show(compared.comparison(), carried.review(), compared.left(), compared.right());
                    if (carried.lostEdits() > 0) {
                        onProblem.accept(Texts.of("diff.lostEdits", carried.lostEdits()));
                    }
                }
                if (diff.precision() == Precision.COARSE) {
                    onProblem.accept(Texts.of("diff.coarse"));
                }
                // The first frame first: both want the same cores.
                CompletableFuture.delayedExecutor(COLOURS_AFTER_MILLIS, TimeUnit.MILLISECONDS, FxThread.LATER)
                        .execute(colouring::request);
            }
        }
    }

    /// The colours that a lexer knows at once.
    LineColours quickColours(Language language, LineText text) {
        return LineColours.quick(quick, language, text);
    }

    private Coloured colour(Comparison comparison) {
        var left = comparison.left();
        var right = comparison.right();
        return new Coloured(
                comparison,
                LineColours.parsed(left.language(), left.text()),
                LineColours.parsed(right.language(), right.text()));
    }

    private void showColours(Optional<Coloured> coloured) {
        coloured.filter(made -> made.of().equals(model.comparisonProperty().get()))
                .ifPresent(made -> model.setColours(made.left(), made.right()));
    }

    @Override
    public void close() {
        comparing.close();
        colouring.close();
    }
}
