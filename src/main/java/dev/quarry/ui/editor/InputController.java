package dev.quarry.ui.editor;

import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.language.SourceText;
import dev.quarry.language.SourceTextException;
import dev.quarry.language.detect.Detection;
import dev.quarry.language.detect.Hints;
import dev.quarry.language.detect.LanguageDetector;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.fx.FxThread;
import dev.quarry.ui.fx.LatestWork;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Fills the input pane: from files, from samples, from what is typed; and guesses its language. FX thread only.
public final class InputController implements AutoCloseable {
    /// How much of a text is looked at to guess its language, in UTF-16 units.
    private static final int GUESS_FROM = 20_000;

    private record Sight(String text, @Nullable String fileName) {}

    private final InputModel model;
    private final CodeEditor editor;
    private final Consumer<String> onProblem;
    private final LatestWork<Sight, Detection> guessing;
    private long loads;

    /// @param onProblem told one sentence when a file cannot be read
    public InputController(InputModel model, CodeEditor editor, LanguageDetector detector, Consumer<String> onProblem) {
        this.model = model;
        this.editor = editor;
        this.onProblem = onProblem;
        guessing = new LatestWork<>(
                "language-guess",
                250,
                this::sight,
                s -> detector.detect(s.text(), s.fileName() == null ? Hints.NONE : Hints.ofFile(s.fileName())),
                model::guess);
        editor.languageProperty().bind(model.languageProperty());
        editor.area().plainTextChanges().subscribe(change -> {
            if (!model.languageIsChosenProperty().get()) {
                guessing.request();
            }
        });
        if (!editor.emptyProperty().get()) {
            guessing.request(); // of what was typed before there was anything but the editor
        }
        editor.emptyProperty().addListener((o, was, is) -> {
            if (is) {
                model.fileProperty().set(null);
                model.languageIsChosenProperty().set(false);
                model.languageProperty().set(Languages.PLAIN_TEXT);
            }
        });
    }

    private Sight sight() {
        var length = Math.min(editor.area().getLength(), GUESS_FROM);
        var file = model.fileProperty().get();
        return new Sight(editor.area().getText(0, length), file == null ? null : fileName(file));
    }

    /// Puts the file's text into the pane. What was there can be undone; a file that cannot be read changes nothing.
    public void open(Path file) {
        var load = ++loads;
        Thread.ofVirtual().name("open-file").start(() -> {
            try {
                var text = SourceText.read(file).text();
                FxThread.LATER.execute(() -> {
                    if (load == loads) {
                        showOrSay(text, file);
                    }
                });
            } catch (SourceTextException e) {
                FxThread.LATER.execute(() -> onProblem.accept(e.sentence()));
            } catch (OutOfMemoryError e) {
                FxThread.LATER.execute(this::tooLarge);
            }
        });
    }

    private void showOrSay(String text, Path file) {
        try {
            show(text, null, file);
        } catch (OutOfMemoryError e) {
            editor.clear();
            tooLarge();
        }
    }

    private void tooLarge() {
        onProblem.accept(Texts.of("input.noMemory"));
    }

    /// The line ends that an editor knows.
    private static String endedByLineFeeds(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /// Puts a text into the pane.
    ///
    /// @param language null to guess it
    /// @param file where it came from, or null
    public void show(String text, @Nullable Language language, @Nullable Path file) {
        loads++;
        editor.replaceAll(endedByLineFeeds(text));
        model.fileProperty().set(file);
        model.languageIsChosenProperty().set(false);
        if (language != null) {
            model.choose(language);
        } else if (file != null) {
            Languages.ofFileName(fileName(file)).ifPresentOrElse(model.languageProperty()::set, guessing::request);
        }
    }

    private static String fileName(Path file) {
        var name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    @Override
    public void close() {
        guessing.close();
    }
}
