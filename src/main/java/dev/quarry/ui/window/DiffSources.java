package dev.quarry.ui.window;

import dev.quarry.diff.DiffOptions;
import dev.quarry.diff.LineDiff;
import dev.quarry.diff.LineText;
import dev.quarry.diff.file.TextFile;
import dev.quarry.diff.file.TextFileException;
import dev.quarry.diff.review.Decision;
import dev.quarry.diff.review.Review;
import dev.quarry.run.FencedCode;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.diff.Source;
import dev.quarry.ui.diff.Source.Kind;
import dev.quarry.ui.diff.Version;
import dev.quarry.ui.editor.CodeEditor;
import dev.quarry.ui.editor.InputModel;
import dev.quarry.ui.run.RunModel;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.input.Clipboard;
import org.jspecify.annotations.Nullable;

/// What can be compared: the panes, the file, the clipboard, and the answers before. FX thread only; the texts
/// themselves are read in the background.
final class DiffSources {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final InputModel input;
    private final CodeEditor inputEditor;
    private final CodeEditor outputEditor;
    private final RunModel run;
    private final ObservableList<Earlier> history;
    private final ObservableList<Source> sources;
    private final Source inputSource = new Source(Kind.INPUT, Texts.of("diff.source.input"), this::input);
    private final Source outputSource = new Source(Kind.OUTPUT, Texts.of("diff.source.output"), this::output);
    private final Source clipboard = new Source(Kind.CLIPBOARD, Texts.of("diff.source.clipboard"), this::clipboard);

    /// The file of the input as it was when the input was read from it; null without one.
    private @Nullable CompletableFuture<TextFile> file;

    /// @param sources filled and kept up to date
    DiffSources(
            InputModel input,
            CodeEditor inputEditor,
            CodeEditor outputEditor,
            RunModel run,
            ObservableList<Earlier> history,
            ObservableList<Source> sources) {
        this.input = input;
        this.inputEditor = inputEditor;
        this.outputEditor = outputEditor;
        this.run = run;
        this.history = history;
        this.sources = sources;
        // Not a change listener: the same path again means that the file was read again.
        input.fileProperty().addListener(observable -> {
            file = read(input.fileProperty().get());
            list();
        });
        history.addListener((ListChangeListener<Earlier>) change -> list());
        list();
    }

    Source inputSource() {
        return inputSource;
    }

    Source outputSource() {
        return outputSource;
    }

    /// The file of the input has been written to.
    void fileIsNow(TextFile now) {
        if (now.path().equals(input.fileProperty().get())) {
            file = CompletableFuture.completedFuture(now);
        }
    }

    private void list() {
        var all = new ArrayList<>(List.of(inputSource, outputSource));
        var path = input.fileProperty().get();
        if (path != null) {
            all.add(new Source(Kind.FILE, Texts.of("diff.source.file", name(path)), () -> onDisk(path)));
        }
        all.add(clipboard);
        history.forEach(past -> all.add(earlier(past)));
        if (!all.equals(sources)) {
            sources.setAll(all);
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static @Nullable CompletableFuture<TextFile> read(@Nullable Path path) {
        if (path == null) {
            return null;
        }
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return TextFile.read(path);
                    } catch (TextFileException e) {
                        throw new CompletionException(e);
                    }
                },
                task -> Thread.ofVirtual().name("read-file").start(task));
    }

    private Source.Content input() {
        var text = LineText.of(inputEditor.text());
        var language = input.languageProperty().get();
        var of = file;
        return () -> {
            if (of == null) {
                return new Version(inputSource.name(), text, language, null, null);
            }
            var read = joined(of);
            return new Version(inputSource.name(), withEndingsOf(read.text(), text), language, read, null);
        };
    }

    private static TextFile joined(CompletableFuture<TextFile> file) throws TextFileException {
        try {
            return file.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof TextFileException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /// An editor knows one line ending; the file may have others, line by line.
    private static LineText withEndingsOf(LineText file, LineText edited) {
        var review = new Review(LineDiff.compare(file, edited, DiffOptions.STANDARD));
        review.decideAll(Decision.ACCEPTED);
        return review.result();
    }

    private Source.Content output() {
        var text = run.code();
        var language = outputEditor.languageProperty().get();
        var request = run.requestProperty().get();
        var origin = request == null ? null : new Version.Origin(request, run.answer());
        return () -> new Version(outputSource.name(), LineText.of(text), language, null, origin);
    }

    private Source.Content onDisk(Path path) {
        var language = input.languageProperty().get();
        return () -> {
            var read = TextFile.read(path);
            return new Version(name(path), read.text(), language, read, null);
        };
    }

    private Source.Content clipboard() {
        var content = Clipboard.getSystemClipboard().getString();
        var text = LineText.of(content == null ? "" : content);
        var language = input.languageProperty().get();
        return () -> new Version(clipboard.name(), text, language, null, null);
    }

    /// An answer that came before.
    Source earlier(Earlier past) {
        var name = Texts.of("diff.source.earlier", past.what(), TIME.format(past.at()));
        return new Source(Kind.EARLIER, name, () -> () -> {
            var code = new FencedCode();
            code.append(past.answer());
            code.finish();
            var origin = new Version.Origin(past.request(), past.answer());
            return new Version(name, LineText.of(code.code()), past.language(), null, origin);
        });
    }
}
