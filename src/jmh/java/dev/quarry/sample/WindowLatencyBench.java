package dev.quarry.sample;

import dev.quarry.bedrock.BedrockConnection;
import dev.quarry.language.Languages;
import dev.quarry.language.detect.LanguageDetector;
import dev.quarry.language.lexer.LexerHighlighter;
import dev.quarry.model.FakeAccounts;
import dev.quarry.preset.PresetException;
import dev.quarry.preset.PresetLibrary;
import dev.quarry.preset.PromptTemplate;
import dev.quarry.run.CodeAssistant;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.RunException;
import dev.quarry.settings.AppFolders;
import dev.quarry.settings.SettingsFile;
import dev.quarry.ui.control.NoFileDialogs;
import dev.quarry.ui.fx.Fonts;
import dev.quarry.ui.window.Example;
import dev.quarry.ui.window.QuarryWindow;
import dev.quarry.ui.window.WindowParts;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;

/// How long a piece of an answer takes from the server's write to the socket to a pulse that has it in the
/// output pane, through the real connection, service and window, at the pace of a model and at 5,000 pieces a
/// second. The bound it is printed against is one frame at 60 Hz.
final class WindowLatencyBench {
    private static final double FRAME_MILLIS = 1000.0 / 60;
    private static final String INPUT = "print('bench')\n";
    private static final int FAST_SECONDS = 60;

    private final long[] written;
    private final long[] painted;
    private final int[] endOf;
    private final String answer;
    private int next;
    private long lastPulse;
    private long worstGap;
    private int gapsOver50;

    private WindowLatencyBench(String answer) {
        this.answer = answer;
        var pieces = Pieces.of(answer);
        written = new long[pieces.size()];
        painted = new long[pieces.size()];
        endOf = new int[pieces.size()];
        var end = 0;
        for (var i = 0; i < endOf.length; i++) {
            end += pieces.get(i).length();
            endOf[i] = end;
        }
    }

    public static void main(String[] arguments) throws Exception {
        var up = new CountDownLatch(1);
        System.setProperty("glass.platform", System.getProperty("glass.platform", "Headless"));
        System.setProperty("prism.order", "sw");
        Platform.startup(up::countDown);
        up.await();
        Platform.setImplicitExit(false);
        // Once to warm up, once to count.
        new WindowLatencyBench(answer(400)).run("warm-up", Duration.SLOW, false);
        new WindowLatencyBench(answer(1_000)).run("75 pieces/s", Duration.SLOW, true);
        new WindowLatencyBench(answer(5_000 * FAST_SECONDS)).run("5,000 pieces/s for a minute", Duration.FAST, true);
        Platform.exit();
        System.exit(0);
    }

    /// The pause before a piece, in nanoseconds.
    private enum Duration {
        SLOW(13_300_000),
        FAST(200_000);

        private final long nanos;

        Duration(long nanos) {
            this.nanos = nanos;
        }
    }

    private static String answer(int pieces) {
        var text = new StringBuilder("```java\n");
        for (var line = 0; text.length() < pieces * 4; line++) {
            text.append("        total = total.add(price(").append(line).append(", \"item\")); // line\n");
        }
        return text.append("```\n").toString();
    }

    private void run(String name, Duration pause, boolean report) throws Exception {
        var home = Files.createTempDirectory("quarry-bench");
        var open = new CountDownLatch(1);
        var assistant = new CodeAssistant();
        var window = new QuarryWindow[1];
        var stage = new Stage[1];
        Platform.runLater(() -> {
            Fonts.load();
            stage[0] = new Stage();
            window[0] = new QuarryWindow(parts(assistant, home, pause), stage[0], new NoFileDialogs());
            open.countDown();
        });
        open.await();
        var scene = stage[0].getScene();
        await(() -> ((Labeled) scene.lookup("#connection")).getText().startsWith("Samples")
                && ((CodeArea) scene.lookup("#input-editor")).getLength() == INPUT.length());
        var timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulse(System.nanoTime());
            }
        };
        Platform.runLater(() -> {
            var output = (CodeArea) scene.lookup("#output-editor");
            scene.addPostLayoutPulseListener(() -> arrived(output.getLength(), System.nanoTime()));
            timer.start();
            ((Button) scene.lookup("#run")).fire();
        });
        await(() -> ((Labeled) scene.lookup("#status-outcome")).getText().startsWith("Complete"));
        if (report) {
            print(name);
        }
        var closed = new CountDownLatch(1);
        Platform.runLater(() -> {
            timer.stop();
            stage[0].hide();
            window[0].close();
            closed.countDown();
        });
        closed.await();
        assistant.close();
    }

    private void pulse(long now) {
        if (lastPulse != 0 && next > 0 && next < painted.length - 10) {
            var gap = now - lastPulse;
            worstGap = Math.max(worstGap, gap);
            if (gap > 50_000_000) {
                gapsOver50++;
            }
        }
        lastPulse = now;
    }

    /// The code pane has that much: every piece that ends within it is there, for the pulse is about to be
    /// drawn.
    private void arrived(int codeLength, long now) {
        var fence = "```java\n".length();
        while (next < endOf.length && endOf[next] - fence <= codeLength && written[next] != 0) {
            painted[next++] = now;
        }
    }

    private void print(String name) {
        var millis = new double[next];
        for (var i = 0; i < next; i++) {
            millis[i] = (painted[i] - written[i]) / 1e6;
        }
        Arrays.sort(millis);
        row(name + ", write to pane p50, ms against one frame", millis[millis.length / 2]);
        row(name + ", write to pane p99, ms against one frame", millis[(int) (millis.length * 0.99)]);
        row(name + ", longest gap between pulses, ms against one frame", worstGap / 1e6);
        System.out.printf(Locale.ROOT, "%s, gaps over 50 ms: %d of %d pieces%n", name, gapsOver50, next);
        var runtime = Runtime.getRuntime();
        System.gc();
        System.out.printf(
                Locale.ROOT,
                "%s, heap after: %d MB for an answer of %.1f MB%n",
                name,
                (runtime.totalMemory() - runtime.freeMemory()) / 1_048_576,
                answer.length() / 1e6);
    }

    private static void row(String name, double millis) {
        System.out.printf(Locale.ROOT, "%s | %.1f | %.1f | %.2f%n", name, millis, FRAME_MILLIS, millis / FRAME_MILLIS);
    }

    private WindowParts parts(CodeAssistant assistant, Path home, Duration pause) {
        var example = new Example("Bench", "Translate", Map.of("target", "java"), "python", INPUT);
        return new WindowParts(
                assistant,
                options -> new SampleConnection(this::script, WindowLatencyBench::client, piece -> {
                    LockSupport.parkNanos(pause.nanos);
                    written[piece] = System.nanoTime();
                }),
                FakeAccounts.none(home),
                settings -> PresetLibrary.load(List.of()),
                () -> List.of(example),
                new LexerHighlighter(),
                new LanguageDetector(),
                new SettingsFile(new AppFolders(home, home)),
                "bench-model");
    }

    private static ModelConnection client(URI endpoint) {
        try {
            return BedrockConnection.loopback(endpoint, SampleConnection.LABEL);
        } catch (RunException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Exchange> script() {
        try {
            var prompt = PromptTemplate.of(
                            PresetLibrary.load(List.of()).named("Translate").orElseThrow())
                    .render(INPUT, Languages.named("python").orElseThrow(), Map.of("target", "java"));
            return List.of(new Exchange(prompt.system(), prompt.user(), answer));
        } catch (PresetException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        while (true) {
            var met = new boolean[1];
            var looked = new CountDownLatch(1);
            Platform.runLater(() -> {
                met[0] = condition.getAsBoolean();
                looked.countDown();
            });
            looked.await();
            if (met[0]) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the window did not get there in three minutes");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
