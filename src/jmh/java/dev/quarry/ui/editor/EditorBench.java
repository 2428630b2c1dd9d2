package dev.quarry.ui.editor;

import dev.quarry.language.Languages;
import dev.quarry.language.lexer.LexerHighlighter;
import dev.quarry.ui.fx.EachPulse;
import dev.quarry.ui.fx.Fonts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipFile;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;

/// The editor in a real window on the headless platform: streaming, opening, jumping and typing, on Java from the JDK's
/// own sources. Each row is printed against its bound; a frame is 1/60 s.
final class EditorBench {
    private static final double FRAME = 1000.0 / 60;
    private static final int TIMEOUT_SECONDS = 60;

    private final CodeEditor editor;
    private final CodeArea area;
    private final Scene scene;
    private final List<Long> pulses = new ArrayList<>();

    private EditorBench(CodeEditor editor, Scene scene) {
        this.editor = editor;
        this.scene = scene;
        area = editor.area();
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
        try {
            measure(source());
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1); // the FX thread would keep the process alive
        }
        System.exit(0);
    }

    private static void measure(String java) throws Exception {
        for (var round = 0; round < 2; round++) {
            var count = round == 1;
            with("stream", editor -> editor.asFastAsTheyCome(head(java, 200_000), count));
            with("steady", editor -> editor.steadily(head(java, 200_000), count));
            with("open", editor -> editor.openAndJump(lines(java, 100_000), count));
            with("type", editor -> editor.type(lines(java, 10_000), count));
            with("paste", editor -> editor.paste(head(java, 1_000_000), count));
        }
    }

    @FunctionalInterface
    private interface Measuring {
        void run(EditorBench bench) throws Exception;
    }

    private static void with(String id, Measuring measuring) throws Exception {
        var stage = new Stage[1];
        var bench = onFx(() -> {
            var editor = CodeEditor.editable(id, new LexerHighlighter());
            editor.languageProperty().set(Languages.named("java").orElseThrow());
            var scene = new Scene(editor, 900, 800);
            for (var sheet : List.of("light.css", "base.css")) {
                scene.getStylesheets()
                        .add(EditorBench.class
                                .getResource("/dev/quarry/styles/" + sheet)
                                .toExternalForm());
            }
            stage[0] = new Stage();
            stage[0].setScene(scene);
            stage[0].show();
            return new EditorBench(editor, scene);
        });
        var pulse = new EachPulse[1];
        onFx(() -> {
            pulse[0] = new EachPulse(() -> bench.pulses.add(System.nanoTime()));
            pulse[0].start();
            return null;
        });
        measuring.run(bench);
        onFx(() -> {
            pulse[0].stop();
            stage[0].hide();
            bench.editor.close();
            return null;
        });
        System.gc();
    }

    /// (a) Pieces of five units from another thread, taken once a pulse as the output pane takes them.
    private void asFastAsTheyCome(String text, boolean count) throws Exception {
        var pieces = new ConcurrentLinkedQueue<String>();
        var start = System.nanoTime();
        var feeding = new EachPulse[1];
        onFx(() -> {
            feeding[0] = new EachPulse(() -> takeAll(pieces));
            feeding[0].start();
            return null;
        });
        for (var i = 0; i < text.length(); i += 5) {
            pieces.add(text.substring(i, Math.min(text.length(), i + 5)));
        }
        await(() -> area.getLength() == text.length());
        onFx(() -> {
            feeding[0].stop();
            editor.endOfStream();
            return null;
        });
        await(this::lastLinesAreColoured);
        var took = frameAfter() - start;
        row(count, "200 kB of Java in 5-unit pieces as fast as they come, ms, bound 1,000", took / 1e6, 1_000);
    }

    private void takeAll(ConcurrentLinkedQueue<String> pieces) {
        var text = new StringBuilder();
        for (var piece = pieces.poll(); piece != null; piece = pieces.poll()) {
            text.append(piece);
        }
        editor.append(text.toString());
    }

    /// (b) 5,000 pieces a second: from the arrival of each to the pulse that draws it.
    private void steadily(String text, boolean count) throws Exception {
        var total = text.length() / 5;
        var arrived = new long[total];
        var painted = new long[total];
        var pieces = new ConcurrentLinkedQueue<String>();
        var next = new int[1];
        var feeding = new EachPulse[1];
        onFx(() -> {
            pulses.clear();
            scene.addPostLayoutPulseListener(() -> {
                var now = System.nanoTime();
                while (next[0] < total && (next[0] + 1) * 5 <= area.getLength()) {
                    painted[next[0]++] = now;
                }
            });
            feeding[0] = new EachPulse(() -> takeAll(pieces));
            feeding[0].start();
            return null;
        });
        var start = System.nanoTime();
        for (var i = 0; i < total; i++) {
            while (System.nanoTime() - start < i * 200_000L) {
                LockSupport.parkNanos(100_000);
            }
            arrived[i] = System.nanoTime();
            pieces.add(text.substring(i * 5, i * 5 + 5));
        }
        await(() -> next[0] == total);
        var gaps = onFx(() -> {
            feeding[0].stop();
            return gaps();
        });
        var delays = new double[total];
        for (var i = 0; i < total; i++) {
            delays[i] = (painted[i] - arrived[i]) / 1e6;
        }
        Arrays.sort(delays);
        row(count, "5,000 pieces/s, arrival to pulse p50, ms, bound two frames", delays[total / 2], 2 * FRAME);
        row(count, "5,000 pieces/s, arrival to pulse p99, ms, bound two frames", delays[total * 99 / 100], 2 * FRAME);
        row(count, "5,000 pieces/s, longest gap between pulses, ms, bound 50", gaps[gaps.length - 1], 50);
    }

    private double[] gaps() {
        var gaps = new double[Math.max(1, pulses.size() - 1)];
        for (var i = 1; i < pulses.size(); i++) {
            gaps[i - 1] = (pulses.get(i) - pulses.get(i - 1)) / 1e6;
        }
        Arrays.sort(gaps);
        return gaps;
    }

    /// (c) A text of 100,000 lines, to the first frame that has colours; then to its end.
    private void openAndJump(String text, boolean count) throws Exception {
        var start = System.nanoTime();
        onFx(() -> {
            editor.replaceAll(text);
            return null;
        });
        await(() -> isColoured(0));
        row(count, "open 100,000 lines to the first coloured frame, ms, bound 150", (frameAfter() - start) / 1e6, 150);
        // The tree takes over in the background; a jump is measured when it has.
        await(() -> editor.isRead());
        var jump = System.nanoTime();
        onFx(() -> {
            area.moveTo(area.getLength());
            area.requestFollowCaret();
            return null;
        });
        await(this::lastLinesAreColoured);
        row(count, "jump to the end of them, coloured, ms, bound 50", (frameAfter() - jump) / 1e6, 50);
        System.gc();
        var runtime = Runtime.getRuntime();
        row(count, "heap with them open, MB", (runtime.totalMemory() - runtime.freeMemory()) / 1_048_576.0, 0);
        row(count, "resident memory with them open, MB", resident(), 0);
    }

    /// (d) 200 keys in the middle of 10,000 lines.
    private void type(String text, boolean count) throws Exception {
        onFx(() -> {
            editor.replaceAll(text);
            area.moveTo(5_000, 0);
            area.requestFollowCaret();
            return null;
        });
        await(() -> editor.isRead() && isColoured(5_000));
        var times = new double[200];
        for (var i = 0; i < times.length; i++) {
            var key = String.valueOf("total += price * 2; ".charAt(i % 20));
            var start = System.nanoTime();
            onFx(() -> {
                area.insertText(area.getCaretPosition(), key);
                return null;
            });
            times[i] = (frameAfter() - start) / 1e6;
        }
        Arrays.sort(times);
        row(count, "type in 10,000 lines, key to drawn frame p50, ms, bound one frame", times[100], FRAME);
        row(count, "type in 10,000 lines, key to drawn frame p99, ms, bound one frame", times[197], FRAME);
        // The part that is ours: the rest of a frame is waiting for it.
        var work = new double[200];
        for (var i = 0; i < work.length; i++) {
            work[i] = onFx(() -> {
                var start = System.nanoTime();
                area.insertText(area.getCaretPosition(), "x");
                scene.getRoot().layout();
                return (System.nanoTime() - start) / 1e6;
            });
        }
        Arrays.sort(work);
        row(count, "type in 10,000 lines, work on the FX thread p99, ms, bound one frame", work[197], FRAME);
    }

    /// A paste of a million units.
    private void paste(String text, boolean count) throws Exception {
        var start = System.nanoTime();
        onFx(() -> {
            area.replaceText(text);
            return null;
        });
        row(count, "paste of 1 MB to the next frame, ms, bound 500", (frameAfter() - start) / 1e6, 500);
    }

    private boolean isColoured(int line) {
        if (area.getVisibleParagraphs().isEmpty()) {
            return false;
        }
        for (var i = line; i < Math.min(area.getParagraphs().size(), line + 20); i++) {
            if (area.getStyleSpans(i).stream().anyMatch(span -> !span.getStyle().isEmpty())) {
                return true;
            }
        }
        return false;
    }

    private boolean lastLinesAreColoured() {
        var last = area.getParagraphs().size() - 1;
        return !area.getVisibleParagraphs().isEmpty()
                && area.lastVisibleParToAllParIndex() >= last - 1
                && isColoured(Math.max(0, last - 20));
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

    private static void await(Callable<Boolean> condition) throws Exception {
        var deadline = System.nanoTime() + TIMEOUT_SECONDS * 1_000_000_000L;
        while (!onFx(condition)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the editor did not get there in time");
            }
            LockSupport.parkNanos(1_000_000);
        }
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

    private static void row(boolean count, String name, double ours, double bound) {
        if (count) {
            System.out.printf(
                    Locale.ROOT,
                    "%s | %.1f | %s | %s%n",
                    name,
                    ours,
                    bound == 0 ? "-" : String.format(Locale.ROOT, "%.1f", bound),
                    bound == 0 ? "-" : String.format(Locale.ROOT, "%.2f", ours / bound));
        }
    }

    private static double resident() throws IOException {
        var status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(l -> l.startsWith("VmRSS:"))
                .mapToDouble(l -> Long.parseLong(l.replaceAll("\\D", "")) / 1024.0)
                .findFirst()
                .orElse(0);
    }

    /// Real Java: the sources that come with the JDK.
    private static String source() throws IOException {
        var zip = Path.of(System.getProperty("java.home"), "lib", "src.zip");
        var text = new StringBuilder();
        try (var sources = new ZipFile(zip.toFile())) {
            for (var entry : sources.stream()
                    .filter(e -> e.getName().startsWith("java.base/java/util/")
                            && e.getName().endsWith(".java"))
                    .toList()) {
                text.append(new String(sources.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                if (text.length() > 6_000_000) {
                    break;
                }
            }
        }
        return text.toString();
    }

    private static String head(String text, int length) {
        return text.substring(0, length);
    }

    private static String lines(String text, int count) {
        var all = new ArrayList<String>();
        while (all.size() < count) {
            text.lines().limit(count - all.size()).forEach(all::add);
        }
        return String.join("\n", all) + "\n";
    }
}
