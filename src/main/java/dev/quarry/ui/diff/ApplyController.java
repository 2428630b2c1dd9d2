package dev.quarry.ui.diff;

import dev.quarry.diff.LineText;
import dev.quarry.diff.ThreeWay;
import dev.quarry.diff.file.ApplyOutcome;
import dev.quarry.diff.file.FileApply;
import dev.quarry.diff.file.TextEncoding;
import dev.quarry.diff.file.TextFile;
import dev.quarry.ui.control.Action;
import dev.quarry.ui.control.Banner;
import dev.quarry.ui.control.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the result of the review to the file it came from. That is read and written in the background;
/// everything else is on the FX thread.
final class ApplyController {
    private static final Logger LOG = LoggerFactory.getLogger(ApplyController.class);

    private final DiffModel model;
    private final ReviewController reviewing;
    private final FileApply files;
    private final Banner banner;
    private final ExportController exporting;
    private final ResultTarget target;

    ApplyController(
            DiffModel model,
            ReviewController reviewing,
            FileApply files,
            Banner banner,
            ExportController exporting,
            ResultTarget target) {
        this.model = model;
        this.reviewing = reviewing;
        this.files = files;
        this.banner = banner;
        this.exporting = exporting;
        this.target = target;
    }

    /// Writes the result over the file it came from, unless that is not what was read any more.
    void toFile() {
        var file = model.fileProperty().get();
        if (file != null) {
            reviewing.result().ifPresent(text -> write(file, text));
        }
    }

    private void write(TextFile file, LineText text) {
        Background.run(() -> files.apply(file, text), outcome -> show(outcome, file, text));
    }

    private void show(ApplyOutcome outcome, TextFile file, LineText text) {
        switch (outcome) {
            case ApplyOutcome.Applied applied -> {
                model.threeWayProperty().set(null);
                model.appliedProperty().set(applied);
                take(applied.now());
                banner.show(Banner.Level.NOTE, outcome.sentence(), offer("undo-apply", this::undo));
            }
            case ApplyOutcome.ChangedMeanwhile changed -> {
                merge(file, text, changed.now());
                banner.show(Banner.Level.WARNING, outcome.sentence());
            }
            case ApplyOutcome.NotEncodable refused -> {
                if (Character.getType(refused.codePoint()) == Character.SURROGATE) {
                    banner.show(Banner.Level.WARNING, outcome.sentence());
                } else {
                    banner.show(
                            Banner.Level.WARNING,
                            outcome.sentence(),
                            offer("apply-utf8", () -> write(file.in(TextEncoding.UTF_8), text)));
                }
            }
            case ApplyOutcome.Gone g -> refuse(outcome);
            case ApplyOutcome.ReadOnly r -> refuse(outcome);
            case ApplyOutcome.Unchanged u -> {
                model.threeWayProperty().set(null);
                banner.show(Banner.Level.NOTE, outcome.sentence());
            }
            case ApplyOutcome.Failed failed -> {
                LOG.warn("the result was not written", failed.error());
                banner.show(Banner.Level.FAILURE, outcome.sentence(), offer("save-result", exporting::save));
            }
        }
    }

    private void refuse(ApplyOutcome outcome) {
        banner.show(Banner.Level.WARNING, outcome.sentence(), offer("save-result", exporting::save));
    }

    /// The file has that text now; the input, which stands for it, too.
    private void take(TextFile now) {
        model.fileProperty().set(now);
        target.written(now);
        var comparison = model.comparisonProperty().get();
        if (comparison != null) {
            target.toInput(now.text(), comparison.left().language());
        }
    }

    private void merge(TextFile read, LineText ours, TextFile now) {
        Background.run(
                () -> new ThreeWayModel(ThreeWay.merge(read.text(), ours, now.text()), now),
                model.threeWayProperty()::set);
    }

    /// Writes what was chosen in the three-way view.
    void writeMerged() {
        var merge = model.threeWayProperty().get();
        if (merge != null && merge.isChosen()) {
            write(merge.now(), merge.merged());
        }
    }

    void leaveMerge() {
        model.threeWayProperty().set(null);
        banner.hide();
    }

    /// Gives the file back what it had before it was last written to.
    void undo() {
        var applied = model.appliedProperty().get();
        if (applied != null) {
            Background.run(() -> files.undo(applied), outcome -> {
                if (outcome instanceof ApplyOutcome.Applied undone) {
                    model.appliedProperty().set(null);
                    take(undone.now());
                    banner.show(
                            Banner.Level.NOTE,
                            Texts.of("diff.undone", undone.now().path()));
                } else {
                    banner.show(Banner.Level.WARNING, outcome.sentence());
                }
            });
        }
    }

    private static Action offer(String id, Runnable body) {
        return Action.of(id, null, null, body);
    }
}
