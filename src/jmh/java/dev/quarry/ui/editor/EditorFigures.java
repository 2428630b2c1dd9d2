package dev.quarry.ui.editor;

import dev.quarry.ui.fx.EachPulse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/// Measures our editor, each time in a new window. Every measurement adds its figures under their names, so that the
/// median of several runs can be told.
final class EditorFigures {
    private static final int PIECE = 5;
    private static final int PIECES_PER_SECOND = 5_000;

    /// What the peers are made to type too: four lines of fifty keys.
    private static final String STATEMENT = "total = price * count + tax - discount / share; //";

    private final Map<String, List<Double>> figures = new TreeMap<>();

    void add(String name, double value) {
        figures.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }

    /// The median of what was measured under that name.
    double of(String name) {
        var sorted = figures.getOrDefault(name, List.of()).stream().sorted().toList();
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("not measured: " + name);
        }
        return sorted.get(sorted.size() / 2);
    }

    /// Pieces of five units from another thread, as fast as they come, taken once a pulse as the output pane does.
    void append(String text) throws Exception {
        try (var stage = EditorStage.open()) {
            var pieces = new ConcurrentLinkedQueue<String>();
            var feeding = feed(stage, pieces);
            var start = System.nanoTime();
            var cpu = EditorStage.onFx(EditorStage::cpu);
            for (var i = 0; i < text.length(); i += PIECE) {
                pieces.add(text.substring(i, Math.min(text.length(), i + PIECE)));
            }
            stage.frameWith(() -> stage.area.getLength() == text.length());
            EditorStage.onFx(() -> {
                feeding.stop();
                stage.editor.endOfStream();
                return true;
            });
            var end = stage.frameWith(stage::endIsColoured);
            add("append", (end - start) / 1e6);
            add("append, FX thread", (EditorStage.onFx(EditorStage::cpu) - cpu) / 1e6);
        }
    }

    private static EachPulse feed(EditorStage stage, ConcurrentLinkedQueue<String> pieces) throws Exception {
        return EditorStage.onFx(() -> {
            var pulse = new EachPulse(() -> {
                var arrived = new StringBuilder();
                for (var piece = pieces.poll(); piece != null; piece = pieces.poll()) {
                    arrived.append(piece);
                }
                stage.editor.append(arrived.toString());
            });
            pulse.start();
            return pulse;
        });
    }

    /// 5,000 pieces a second: from the arrival of each to the frame that has it.
    void stream(String text) throws Exception {
        var total = text.length() / PIECE;
        var arrived = new long[total];
        var painted = new long[total];
        var next = new int[1];
        var frames = new ArrayList<Long>();
        var pieces = new ConcurrentLinkedQueue<String>();
        try (var stage = EditorStage.open()) {
            var feeding = feed(stage, pieces);
            EditorStage.onFx(() -> {
                stage.scene.addPostLayoutPulseListener(() -> {
                    var now = System.nanoTime();
                    frames.add(now);
                    while (next[0] < total && (next[0] + 1) * PIECE <= stage.area.getLength()) {
                        painted[next[0]++] = now;
                    }
                });
                return true;
            });
            var start = System.nanoTime();
            var cpu = EditorStage.onFx(EditorStage::cpu);
            for (var i = 0; i < total; i++) {
                while (System.nanoTime() - start < i * 1_000_000_000L / PIECES_PER_SECOND) {
                    LockSupport.parkNanos(100_000);
                }
                arrived[i] = System.nanoTime();
                pieces.add(text.substring(i * PIECE, (i + 1) * PIECE));
            }
            stage.frameWith(() -> next[0] == total);
            var busy = (EditorStage.onFx(EditorStage::cpu) - cpu) / (double) (System.nanoTime() - start);
            add("stream, FX thread", 100 * busy);
            EditorStage.onFx(() -> {
                feeding.stop();
                return true;
            });
        }
        var delays = new double[total];
        for (var i = 0; i < total; i++) {
            delays[i] = (painted[i] - arrived[i]) / 1e6;
        }
        Arrays.sort(delays);
        add("stream p50", delays[total / 2]);
        add("stream p99", delays[total * 99 / 100]);
        var longest = 0.0;
        for (var i = 1; i < frames.size(); i++) {
            longest = Math.max(longest, (frames.get(i) - frames.get(i - 1)) / 1e6);
        }
        add("stream gap", longest);
    }

    /// A large text to the first frame that has colours, then to its end, then the same text once more.
    void open(String text) throws Exception {
        try (var stage = EditorStage.open()) {
            stage.until(() -> stage.editor.replaceAll("class A {\n    int one = 1;\n}\n"), () -> stage.isColoured(0));
            System.gc();
            var open = stage.until(() -> stage.editor.replaceAll(text), () -> stage.isColoured(0));
            add("open", open.millis());
            add("open, FX thread", open.fxMillis());
            // The tree takes over in the background; the jump is measured when it has.
            stage.frameWith(stage.editor::isRead);
            var jump = stage.until(
                    () -> {
                        stage.area.moveTo(stage.area.getLength());
                        stage.area.requestFollowCaret();
                    },
                    stage::endIsColoured);
            add("jump", jump.millis());
            add("jump, FX thread", jump.fxMillis());
        }
    }

    /// 200 keys in the middle of a text, each when the one before is drawn.
    void type(String text) throws Exception {
        try (var stage = EditorStage.open()) {
            stage.until(() -> stage.editor.replaceAll(text), () -> stage.isColoured(0) && stage.editor.isRead());
            var middle = stage.area.getParagraphs().size() / 2;
            var times = new double[4 * STATEMENT.length()];
            var work = new double[times.length];
            for (var line = 0; line < 4; line++) {
                var at = middle + line * 10;
                stage.until(
                        () -> {
                            stage.area.insertText(at, 0, "\n");
                            stage.area.moveTo(at, 0);
                            stage.area.requestFollowCaret();
                        },
                        () -> stage.editor.isRead() && stage.isColoured(at));
                for (var i = 0; i < STATEMENT.length(); i++) {
                    var key = STATEMENT.substring(i, i + 1);
                    var caret = stage.area.getCaretPosition();
                    var took = stage.until(
                            () -> stage.area.insertText(stage.area.getCaretPosition(), key),
                            () -> stage.area.getCaretPosition() > caret);
                    times[line * STATEMENT.length() + i] = took.millis();
                    work[line * STATEMENT.length() + i] = took.fxMillis();
                }
            }
            Arrays.sort(times);
            Arrays.sort(work);
            add("type p50", times[times.length / 2]);
            add("type p99", times[times.length * 99 / 100]);
            add("type p99, FX thread", work[work.length * 99 / 100]);
        }
    }

    /// A paste of a large text, to the frame that shows it.
    void paste(String text) throws Exception {
        try (var stage = EditorStage.open()) {
            add(
                    "paste",
                    stage.until(() -> stage.area.replaceText(text), () -> true).millis());
        }
    }
}
