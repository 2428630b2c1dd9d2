package dev.quarry.ui.diff;

import dev.quarry.diff.LineText;
import dev.quarry.diff.Precision;
import dev.quarry.diff.review.Review;
import dev.quarry.language.Highlighter;
import dev.quarry.language.Language;
import dev.quarry.ui.control.Action;
import dev.quarry.ui.control.Banner;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.diff.ComparisonJob.Chosen;
import dev.quarry.ui.diff.ComparisonJob.Made;
import dev.quarry.ui.diff.ComparisonJob.Pair;
import dev.quarry.ui.fx.FxThread;
import dev.quarry.ui.fx.LatestWork;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Compares what is chosen, in the background. FX thread only.
public final class DiffController implements AutoCloseable {
    private static final long COLOURS_AFTER_MILLIS = 100;
    private static final int MOST_FORMERS = 8;

    private final DiffModel model;
    private final Highlighter quick;
    private final Banner banner;
    private final ReviewController reviewing;
    private final LatestWork<ComparisonJob, Made> comparing;
    private final LatestWork<Optional<Comparison>, Optional<Coloured>> colouring;
    private final Deque<Former> formers = new ArrayDeque<>();
    private @Nullable Pair again;
    private Chosen shown = Chosen.NOTHING;
    private boolean bringing;

    private record Coloured(Comparison of, LineColours left, LineColours right) {
        static Coloured well(Comparison comparison) {
            var left = comparison.left();
            var right = comparison.right();
            return new Coloured(
                    comparison,
                    LineColours.parsed(left.language(), left.text()),
                    LineColours.parsed(right.language(), right.text()));
        }
    }

    /// @param banner told when something cannot be compared, or decisions stay behind
    public DiffController(DiffModel model, Highlighter quick, Banner banner) {
        this.model = model;
        reviewing = new ReviewController(model);
        this.quick = quick;
        this.banner = banner;
        comparing = new LatestWork<>("diff", 16, this::job, job -> job.make(quick), this::show);
        colouring = new LatestWork<>(
                "diff-colours",
                16,
                () -> Optional.ofNullable(model.comparisonProperty().get()),
                shown -> shown.map(Coloured::well),
                this::showColours);
        model.leftProperty().addListener((o, was, is) -> chosen());
        model.rightProperty().addListener((o, was, is) -> chosen());
        model.look().whitespaceProperty().addListener((o, was, is) -> {
            var now = model.comparisonProperty().get();
            if (now != null && !bringing) {
                compareAgain(now.right());
            }
        });
    }

    ReviewController reviewing() {
        return reviewing;
    }

    private void chosen() {
        if (!bringing) {
            compare();
        }
    }

    /// Takes what both sources hold now and compares it. What was decided before belongs to the texts before, which
    /// can be brought back.
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

    private ComparisonJob job() {
        var left = model.leftProperty().get();
        var right = model.rightProperty().get();
        var chosen = new Chosen(left, right, model.look().whitespaceProperty().get());
        return again == null && left != null && right != null
                ? new ComparisonJob(
                        chosen, left.content().get(), right.content().get(), null)
                : new ComparisonJob(chosen, null, null, again);
    }

    private void show(Made made) {
        model.setComparing(false);
        reviewing.settle();
        switch (made) {
            case Made.Nothing n -> model.clear();
            case Made.Refused refused -> {
                var left = leave();
                model.clear();
                say(Banner.Level.WARNING, refused.sentence(), left);
            }
            case Made.Compared compared
            when compared.anew()
                    && compared.comparison().sameAs(model.comparisonProperty().get()) -> {
                shown = compared.chosen(); // the same texts: what was decided holds
                model.stepTaken();
            }
            case Made.Compared compared -> show(compared);
        }
    }

    private void show(Made.Compared compared) {
        var before = model.review();
        var diff = compared.comparison().diff();
        var decided = model.isDecided();
        if (decided) {
            leave();
        }
        shown = compared.chosen();
        if (compared.anew() || before == null) {
            model.show(compared.comparison(), new Review(diff), compared.left(), compared.right());
            if (decided) {
                say(Banner.Level.NOTE, Texts.of("diff.former"), true);
            }
        } else {
            var carried = before.carriedTo(diff);
            model.show(compared.comparison(), carried.review(), compared.left(), compared.right());
            var lost = carried.lostDecisions() + carried.lostEdits();
            if (lost > 0) {
                say(Banner.Level.NOTE, Texts.of("diff.lost", lost), true);
            }
        }
        if (diff.precision() == Precision.COARSE && !decided) {
            say(Banner.Level.WARNING, Texts.of("diff.coarse"), false);
        }
        betterColours();
    }

    private void betterColours() {
        // The first frame first: both want the same cores.
        CompletableFuture.delayedExecutor(COLOURS_AFTER_MILLIS, TimeUnit.MILLISECONDS, FxThread.LATER)
                .execute(colouring::request);
    }

    private void say(Banner.Level level, String sentence, boolean canBringBack) {
        if (canBringBack) {
            banner.show(level, sentence, Action.of("bring-back", null, null, this::bringBack));
        } else {
            banner.show(level, sentence);
        }
    }

    /// Keeps what is shown for later.
    ///
    /// @return whether there is anything in it that the user did
    private boolean leave() {
        var now = model.comparisonProperty().get();
        var review = model.review();
        if (now == null || review == null || !model.isDecided()) {
            return false;
        }
        formers.push(new Former(
                now,
                review,
                model.colours(Side.LEFT),
                model.colours(Side.RIGHT),
                shown.left(),
                shown.right(),
                shown.whitespace(),
                model.fileProperty().get()));
        if (formers.size() > MOST_FORMERS) {
            formers.removeLast();
        }
        return true;
    }

    /// Shows the comparison again that was decided on before this one, with all of its decisions.
    void bringBack() {
        var former = formers.poll();
        if (former == null) {
            return;
        }
        banner.hide();
        shown = new Chosen(former.left(), former.right(), former.whitespace());
        bringing = true;
        model.leftProperty().set(former.left());
        model.rightProperty().set(former.right());
        model.look().whitespaceProperty().set(former.whitespace());
        bringing = false;
        model.show(former.comparison(), former.review(), former.leftColours(), former.rightColours());
        model.fileProperty().set(former.file());
        betterColours();
    }

    /// Takes the last step back: a decision or an edit, else the comparison itself.
    void undo() {
        reviewing.settle();
        var review = model.review();
        if (review != null && review.canUndo()) {
            reviewing.undo();
        } else {
            bringBack();
        }
    }

    boolean canUndo() {
        var review = model.review();
        return !formers.isEmpty() || (review != null && review.canUndo());
    }

    /// The colours that a lexer knows at once.
    LineColours quickColours(Language language, LineText text) {
        return LineColours.quick(quick, language, text);
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
