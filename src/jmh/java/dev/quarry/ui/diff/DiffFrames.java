package dev.quarry.ui.diff;

import static dev.quarry.bench.FxFrames.onFx;

import dev.quarry.bench.FxFrames;
import dev.quarry.diff.LineText;
import dev.quarry.diff.file.FileApply;
import dev.quarry.diff.file.TextFile;
import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.language.lexer.LexerHighlighter;
import dev.quarry.run.CodeAssistant;
import dev.quarry.ui.control.Banner;
import dev.quarry.ui.control.NoFileDialogs;
import dev.quarry.ui.fx.StyleSheets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.stage.Stage;

/// Opens diffs in the view of this process and prints how long each took: from the moment both texts are there to
/// the first frame that shows what differs, coloured. Comparing, laying out and painting together, in a real window on
/// the headless platform; the first line is that of the first diff in the life of the process, after the warm-up that
/// the window does too. The arguments are the file before, the file after, and how many diffs to open.
final class DiffFrames {
    private static final int TIMEOUT_SECONDS = 60;
    private static final int SETTLING_SECONDS = 3;

    private final DiffModel model = new DiffModel();
    private final DiffController controller;
    private final DiffView view;
    private final Scene scene;
    private final Stage stage = new Stage();

    private DiffFrames() {
        var banner = new Banner("bench-banner");
        controller = new DiffController(model, new LexerHighlighter(), banner);
        view = DiffView.of(model, controller, banner, new NoEditor(), around(), new SimpleIntegerProperty(13));
        scene = new Scene(view, 1280, 900);
        scene.getStylesheets().setAll(sheets());
        stage.setScene(scene);
        stage.show();
    }

    public static void main(String[] arguments) throws Exception {
        FxFrames.start();
        warmUp();
        try {
            measure(Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2]));
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1); // the FX thread would keep the process alive
        }
        System.exit(0);
    }

    /// As in the window, which does it while the user reads or types.
    private static void warmUp() throws Exception {
        var highlighter = new LexerHighlighter();
        var language = Languages.named("java").orElseThrow();
        DiffWarmUp.compare(highlighter, language);
        for (var slice : DiffWarmUp.layOut(highlighter, language, DiffFrames::sheets)) {
            onFx(Executors.callable(slice));
        }
        TimeUnit.SECONDS.sleep(SETTLING_SECONDS); // Java compiles for a while what has just been run
    }

    private static List<String> sheets() {
        return Stream.of("light.css", "base.css", "diff.css")
                .map(StyleSheets::named)
                .toList();
    }

    private static void measure(Path before, Path after, int rounds) throws Exception {
        var left = Files.readString(before);
        var right = Files.readString(after);
        for (var round = 0; round < rounds; round++) {
            var bench = onFx(DiffFrames::new);
            FxFrames.frame(bench.scene, () -> true);
            System.out.println(bench.open(left, right));
            onFx(() -> {
                bench.stage.hide();
                bench.controller.close();
                return null;
            });
        }
    }

    private double open(String left, String right) throws Exception {
        var java = Languages.named("java").orElseThrow();
        var start = System.nanoTime();
        onFx(() -> {
            model.leftProperty().set(source("left", left, java));
            model.rightProperty().set(source("right", right, java));
            return null;
        });
        return (shown() - start) / 1e6;
    }

    /// Nothing is applied and nothing asked here.
    private static DiffView.Surroundings around() {
        return new DiffView.Surroundings(
                new FileApply(Path.of("unused")), new NoFileDialogs(), new NoTarget(), new CodeAssistant(), () -> null);
    }

    private static Source source(String name, String text, Language language) {
        return new Source(
                Source.Kind.INPUT, name, () -> () -> new Version(name, LineText.of(text), language, null, null));
    }

    /// Whether a row of a hunk is laid out with a keyword in its colour.
    private boolean isShown() {
        var marked = view.lookupAll(".diff-line .diff-mark").stream()
                .anyMatch(node -> node instanceof Text text && !text.getText().isEmpty());
        return marked && !view.lookupAll(".diff-line .keyword").isEmpty();
    }

    /// When the frame that shows a hunk has been laid out.
    private long shown() throws Exception {
        var done = new CompletableFuture<Long>();
        onFx(() -> {
            var listener = new Runnable[1];
            listener[0] = () -> {
                if (isShown()) {
                    scene.removePostLayoutPulseListener(listener[0]);
                    done.complete(System.nanoTime());
                }
            };
            scene.addPostLayoutPulseListener(listener[0]);
            Platform.requestNextPulse();
            return null;
        });
        return done.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    /// The result is not shown at first.
    private static final class NoEditor implements ResultEditor {
        @Override
        public Node node() {
            return new Label();
        }

        @Override
        public String text() {
            return "";
        }

        @Override
        public void show(String text, Language language) {
            throw new IllegalStateException("the result is not shown");
        }

        @Override
        public void onChange(Runnable listener) {
            // nothing ever changes
        }
    }

    private static final class NoTarget implements ResultTarget {
        @Override
        public void toInput(LineText text, Language language) {
            System.err.println("something was applied");
        }

        @Override
        public void written(TextFile now) {
            System.err.println("something was written: " + now.path());
        }
    }
}
