package dev.quarry.ui.diff;

import dev.quarry.diff.LineText;
import dev.quarry.diff.MutatedSource;
import dev.quarry.diff.file.FileApply;
import dev.quarry.diff.file.TextFile;
import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.language.lexer.LexerHighlighter;
import dev.quarry.run.CodeAssistant;
import dev.quarry.ui.control.Banner;
import dev.quarry.ui.control.NoFileDialogs;
import dev.quarry.ui.fx.Fonts;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.stage.Stage;

/// From the moment both texts are there to the first frame that shows what differs, coloured: comparing,
/// laying out and painting together, in a real window on the headless platform. Beside it, what Monaco 0.57
/// took for the same in headless Chromium on two cores: 629 ms for 5 % changed, 1,930 ms for 50 %.
final class DiffViewBench {
    private static final long SEED = 42;
    private static final int TIMEOUT_SECONDS = 60;
    private static final int ROUNDS = 9;

    private final DiffModel model = new DiffModel();
    private final DiffController controller;
    private final DiffView view;
    private final Scene scene;
    private final Stage stage = new Stage();

    private DiffViewBench() {
        var banner = new Banner("bench-banner");
        controller = new DiffController(model, new LexerHighlighter(), banner);
        view = DiffView.of(model, controller, banner, new NoEditor(), around(), new SimpleIntegerProperty(13));
        scene = new Scene(view, 1280, 800);
        for (var sheet : List.of("light.css", "base.css", "diff.css")) {
            scene.getStylesheets()
                    .add(Objects.requireNonNull(DiffViewBench.class.getResource("/dev/quarry/styles/" + sheet))
                            .toExternalForm());
        }
        stage.setScene(scene);
        stage.show();
    }

    public static void main(String[] arguments) throws Exception {
        System.setProperty("glass.platform", System.getProperty("glass.platform", "Headless"));
        System.setProperty("prism.order", "sw");
        var up = new CountDownLatch(1);
        Platform.startup(up::countDown);
        up.await();
        Platform.setImplicitExit(false);
        onFx(() -> {
            Fonts.load();
            return null;
        });
        // As in the window, which does it while the user reads or types.
        DiffWarmUp.run(new LexerHighlighter(), Languages.named("java").orElseThrow());
        try {
            measure(0.05, 300, 629);
            measure(0.5, 600, 1930);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1); // the FX thread would keep the process alive
        }
        System.exit(0);
    }

    private static void measure(double share, double bound, double monaco) throws Exception {
        var source = MutatedSource.of(10_000, share, SEED);
        var first = 0.0;
        var times = new double[ROUNDS];
        for (var round = -1; round < ROUNDS; round++) {
            var bench = onFx(DiffViewBench::new);
            bench.frameAfter();
            var took = bench.open(source);
            if (round < 0) {
                first = took;
            } else {
                times[round] = took;
            }
            onFx(() -> {
                bench.stage.hide();
                bench.controller.close();
                return null;
            });
        }
        Arrays.sort(times);
        var title = "first frame of a diff of 10,000 lines, %.0f %% changed, ms".formatted(share * 100);
        row(title + ", the first time, bound %.0f".formatted(bound), first, bound);
        row(title + ", median of %d, bound %.0f".formatted(ROUNDS, bound), times[ROUNDS / 2], bound);
        row(title + ", median against Monaco's %.0f".formatted(monaco), times[ROUNDS / 2], monaco);
    }

    private double open(MutatedSource source) throws Exception {
        var java = Languages.named("java").orElseThrow();
        var start = System.nanoTime();
        onFx(() -> {
            model.leftProperty().set(source("left", source.left(), java));
            model.rightProperty().set(source("right", source.right(), java));
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

    /// When the next frame has been laid out.
    private long frameAfter() throws Exception {
        var done = new CompletableFuture<Long>();
        onFx(() -> {
            var listener = new Runnable[1];
            listener[0] = () -> {
                scene.removePostLayoutPulseListener(listener[0]);
                done.complete(System.nanoTime());
            };
            scene.addPostLayoutPulseListener(listener[0]);
            Platform.requestNextPulse();
            return null;
        });
        return done.get();
    }

    private static <T> T onFx(Callable<T> task) throws ExecutionException, InterruptedException {
        var result = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                result.complete(task.call());
            } catch (Exception | Error e) {
                result.completeExceptionally(e);
            }
        });
        return result.get();
    }

    private static void row(String name, double ours, double bound) {
        System.out.printf(Locale.ROOT, "%s | %.1f | %.1f | %.2f%n", name, ours, bound, ours / bound);
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
