package dev.quarry.ui.diff;

import dev.quarry.diff.LineText;
import dev.quarry.diff.ThreeWay;
import dev.quarry.diff.file.ApplyOutcome;
import dev.quarry.diff.file.FileApply;
import dev.quarry.diff.file.TextEncoding;
import dev.quarry.diff.file.TextFile;
import dev.quarry.diff.file.UnifiedPatch;
import dev.quarry.diff.review.Decision;
import dev.quarry.ui.control.Action;
import dev.quarry.ui.control.Banner;
import dev.quarry.ui.control.FileDialogs;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.fx.FxThread;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the result of the review to where the user wants it. Files are read and written in the background; everything
/// else is on the FX thread.
final class ApplyController {
    private static final Logger LOG = LoggerFactory.getLogger(ApplyController.class);

    private final DiffModel model;
    private final DiffController controller;
    private final FileApply files;
    private final Banner banner;
    private final FileDialogs dialogs;
    private final ResultTarget target;

    ApplyController(
            DiffModel model,
            DiffController controller,
            FileApply files,
            Banner banner,
            FileDialogs dialogs,
            ResultTarget target) {
        this.model = model;
        this.controller = controller;
        this.files = files;
        this.banner = banner;
        this.dialogs = dialogs;
        this.target = target;
    }

    /// What the review makes of the text. Where nothing was decided at all, everything is accepted first: who applies
    /// without a decision means the proposal.
    private Optional<LineText> result() {
        controller.settle();
        var review = model.review();
        if (review == null) {
            return Optional.empty();
        }
        if (review.counts().decided() == 0
                && review.result().equals(review.diff().left())) {
            controller.decideAll(Decision.ACCEPTED);
        }
        return Optional.of(review.result());
    }

    /// Writes the result over the file it came from, unless that is not what was read any more.
    void toFile() {
        var file = model.fileProperty().get();
        if (file != null) {
            result().ifPresent(text -> write(file, text));
        }
    }

    private void write(TextFile file, LineText text) {
        inBackground(() -> files.apply(file, text), outcome -> show(outcome, file, text));
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
                banner.show(Banner.Level.FAILURE, outcome.sentence(), offer("save-result", this::save));
            }
        }
    }

    private void refuse(ApplyOutcome outcome) {
        banner.show(Banner.Level.WARNING, outcome.sentence(), offer("save-result", this::save));
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
        inBackground(
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
            inBackground(() -> files.undo(applied), outcome -> {
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

    void toInput() {
        var comparison = model.comparisonProperty().get();
        if (comparison != null) {
            result().ifPresent(text -> {
                target.toInput(text, comparison.left().language());
                banner.show(Banner.Level.NOTE, Texts.of("diff.toInput"));
            });
        }
    }

    void copy() {
        result().ifPresent(text -> {
            ToClipboard.put(text.text());
            banner.show(Banner.Level.NOTE, Texts.of("diff.copied"));
        });
    }

    void save() {
        result().ifPresent(text -> {
            var file = model.fileProperty().get();
            var encoding = file == null ? TextEncoding.UTF_8 : file.encoding();
            saveBytes(name(file), () -> encoding.encode(text.text()));
        });
    }

    private String name(@Nullable TextFile file) {
        var comparison = model.comparisonProperty().get();
        return file != null
                ? String.valueOf(file.path().getFileName())
                : "result." + (comparison == null ? "txt" : extension(comparison));
    }

    private static String extension(Comparison comparison) {
        var extensions = comparison.left().language().extensions();
        return extensions.isEmpty() ? "txt" : extensions.getFirst();
    }

    void copyPatch() {
        patch((patch, charset) -> {
            ToClipboard.put(patch.text(charset));
            banner.show(Banner.Level.NOTE, Texts.of("diff.patchCopied"));
        });
    }

    void savePatch() {
        patch((patch, charset) -> saveBytes(name(model.fileProperty().get()) + ".patch", patch::bytes));
    }

    @FunctionalInterface
    private interface PatchTaker {
        void take(UnifiedPatch patch, Charset charset);
    }

    private void patch(PatchTaker taker) {
        var review = model.review();
        var text = result();
        if (review == null || text.isEmpty()) {
            return;
        }
        var file = model.fileProperty().get();
        var before = review.diff().left().text();
        var after = text.get().text();
        var name = name(file);
        var encoding = file == null ? TextEncoding.UTF_8 : file.encoding();
        inBackground(
                () -> {
                    try {
                        var path = file == null ? name : PatchPath.of(file.path());
                        return Optional.of(
                                UnifiedPatch.ofChange(path, encoding.encode(before), encoding.encode(after)));
                    } catch (IOException e) {
                        LOG.warn("no patch was made", e);
                        return Optional.<UnifiedPatch>empty();
                    }
                },
                patch -> patch.ifPresentOrElse(
                        made -> {
                            if (made.isEmpty()) {
                                banner.show(Banner.Level.NOTE, Texts.of("diff.patchEmpty"));
                            } else {
                                taker.take(made, encoding.charset());
                            }
                        },
                        () -> banner.show(Banner.Level.WARNING, Texts.of("diff.notEncodable", encoding.label()))));
    }

    @FunctionalInterface
    private interface Bytes {
        byte[] get() throws IOException;
    }

    private void saveBytes(String name, Bytes bytes) {
        dialogs.save(name)
                .ifPresent(to -> inBackground(() -> written(to, bytes), problem -> {
                    if (problem.isEmpty()) {
                        banner.show(Banner.Level.NOTE, Texts.of("diff.saved", to));
                    } else {
                        banner.show(Banner.Level.FAILURE, problem.get());
                    }
                }));
    }

    private static Optional<String> written(Path to, Bytes bytes) {
        try {
            Files.write(to, bytes.get());
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("not saved", e);
            return Optional.of(Texts.of("diff.notSaved", to));
        }
    }

    private static Action offer(String id, Runnable body) {
        return Action.of(id, null, null, body);
    }

    private static <T> void inBackground(Supplier<T> work, Consumer<T> show) {
        Thread.ofVirtual().name("apply").start(() -> {
            var made = work.get();
            FxThread.LATER.execute(() -> show.accept(made));
        });
    }
}
