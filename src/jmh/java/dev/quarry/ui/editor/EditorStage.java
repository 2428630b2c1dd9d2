package dev.quarry.ui.editor;

import dev.quarry.language.Languages;
import dev.quarry.language.lexer.LexerHighlighter;
import dev.quarry.ui.fx.EachPulse;
import dev.quarry.ui.fx.StyleSheets;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;

/// An editor in a window of its own, and the clock its frames are told by: a frame counts from the moment the pulse has
/// laid it out. Pulses never pause, so a wait ends with the first frame that has what is waited for.
final class EditorStage implements AutoCloseable {
    private static final int TIMEOUT_SECONDS = 60;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    final CodeEditor editor;
    final CodeArea area;
    final Scene scene;
    private final Stage stage;
    private final EachPulse pulses;

    EditorStage(CodeEditor editor, Stage stage) {
        this.editor = editor;
        this.stage = stage;
        area = editor.area();
        scene = stage.getScene();
        pulses = new EachPulse(() -> {});
        pulses.start();
    }

    static EditorStage open() throws Exception {
        return onFx(() -> {
            var editor = CodeEditor.editable("bench", new LexerHighlighter());
            editor.languageProperty().set(Languages.named("java").orElseThrow());
            var scene = new Scene(editor, 900, 800);
            scene.getStylesheets().setAll(StyleSheets.named("light.css"), StyleSheets.named("base.css"));
            var stage = new Stage();
            stage.setScene(scene);
            stage.show();
            return new EditorStage(editor, stage);
        });
    }

    /// Acts on the FX thread and waits for the first frame in which the condition holds.
    ///
    /// @return from now to that frame
    Took until(Runnable act, Callable<Boolean> condition) throws Exception {
        var start = System.nanoTime();
        var cpu = onFx(EditorStage::cpu);
        onFx(() -> {
            act.run();
            return true;
        });
        var end = frameWith(condition);
        return new Took((end - start) / 1e6, (onFx(EditorStage::cpu) - cpu) / 1e6);
    }

    /// What something took, in milliseconds.
    ///
    /// @param millis to the frame
    /// @param fxMillis processor time of the FX thread up to there
    record Took(double millis, double fxMillis) {}

    /// Waits for a frame in which the condition holds.
    ///
    /// @return when it was laid out, as [System#nanoTime]
    long frameWith(Callable<Boolean> condition) throws Exception {
        var done = new CompletableFuture<Long>();
        var listener = new Runnable[1];
        listener[0] = () -> {
            try {
                var now = System.nanoTime();
                if (condition.call()) {
                    done.complete(now);
                }
            } catch (Exception | Error e) {
                done.completeExceptionally(e);
            }
        };
        onFx(() -> {
            scene.addPostLayoutPulseListener(listener[0]);
            return true;
        });
        try {
            return done.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the editor did not get there in time", e);
        } finally {
            onFx(() -> {
                scene.removePostLayoutPulseListener(listener[0]);
                return true;
            });
        }
    }

    /// Whether there are colours in the twenty lines from that one on, and these are in view.
    boolean isColoured(int line) {
        if (area.getVisibleParagraphs().isEmpty()
                || area.firstVisibleParToAllParIndex() > line + 20
                || area.lastVisibleParToAllParIndex() < line) {
            return false;
        }
        for (var i = line; i < Math.min(area.getParagraphs().size(), line + 20); i++) {
            if (area.getStyleSpans(i).stream().anyMatch(span -> !span.getStyle().isEmpty())) {
                return true;
            }
        }
        return false;
    }

    boolean endIsColoured() {
        var last = area.getParagraphs().size() - 1;
        return !editor.isFilling()
                && !area.getVisibleParagraphs().isEmpty()
                && area.lastVisibleParToAllParIndex() >= last - 1
                && isColoured(Math.max(0, last - 20));
    }

    static long cpu() {
        return THREADS.getCurrentThreadCpuTime();
    }

    static <T> T onFx(Callable<T> task) throws ExecutionException, InterruptedException {
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

    @Override
    public void close() {
        Platform.runLater(() -> {
            pulses.stop();
            stage.hide();
            editor.close();
        });
    }
}
