package dev.quarry.ui.diff;

import dev.quarry.diff.file.TextEncoding;
import dev.quarry.diff.file.TextFile;
import dev.quarry.diff.file.UnifiedPatch;
import dev.quarry.ui.control.Banner;
import dev.quarry.ui.control.FileDialogs;
import dev.quarry.ui.control.Texts;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the result of the review elsewhere: to the input, the clipboard, another file, a patch. Files are
/// written in the background; everything else is on the FX thread.
final class ExportController {
    private static final Logger LOG = LoggerFactory.getLogger(ExportController.class);

    private final DiffModel model;
    private final ReviewController reviewing;
    private final Banner banner;
    private final FileDialogs dialogs;
    private final ResultTarget target;

    ExportController(
            DiffModel model, ReviewController reviewing, Banner banner, FileDialogs dialogs, ResultTarget target) {
        this.model = model;
        this.reviewing = reviewing;
        this.banner = banner;
        this.dialogs = dialogs;
        this.target = target;
    }

    void toInput() {
        var comparison = model.comparisonProperty().get();
        if (comparison != null) {
            reviewing.result().ifPresent(text -> {
                target.toInput(text, comparison.left().language());
                banner.show(Banner.Level.NOTE, Texts.of("diff.toInput"));
            });
        }
    }

    void copy() {
        reviewing.result().ifPresent(text -> {
            ToClipboard.put(text.text());
            banner.show(Banner.Level.NOTE, Texts.of("diff.copied"));
        });
    }

    void save() {
        reviewing.result().ifPresent(text -> {
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
        var text = reviewing.result();
        if (review == null || text.isEmpty()) {
            return;
        }
        var file = model.fileProperty().get();
        var before = review.diff().left().text();
        var after = text.get().text();
        var name = name(file);
        var encoding = file == null ? TextEncoding.UTF_8 : file.encoding();
        Background.run(
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
                .ifPresent(to -> Background.run(() -> written(to, bytes), problem -> {
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
}
