package dev.quarry.ui.editor;

import dev.quarry.bench.BenchTexts;
import dev.quarry.bench.Benches;
import dev.quarry.bench.EditorPeers;
import dev.quarry.bench.FxFrames;
import dev.quarry.bench.PeerFigures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Our editor beside Monaco and CodeMirror, on the same files and in one run: streaming, opening, jumping, typing and
/// memory. Ours runs on the headless platform, the peers in headless Chromium; all without a graphics card. Ours are
/// medians of several rounds in a warm JVM, but for what is called the first time: that is a new JVM each time, as it
/// is a new page for the peers.
final class EditorBench {
    private static final double FRAME = 1000.0 / 60;
    private static final int ROUNDS = 5;
    private static final String HEADER = "name | goal | ours | Monaco | ours/Monaco | CodeMirror | ours/CodeMirror";

    private final EditorFigures ours;
    private final Optional<PeerFigures> peers;

    private EditorBench(EditorFigures ours, Optional<PeerFigures> peers) {
        this.ours = ours;
        this.peers = peers;
    }

    public static void main(String[] arguments) throws Exception {
        try {
            var texts = BenchTexts.write(Path.of("target", "bench-texts"));
            var ours = new EditorFigures();
            for (var round = 0; round < ROUNDS; round++) {
                openFirst(texts.opened(), ours);
            }
            FxFrames.start();
            measure(texts, new EditorFigures(), 2); // to warm up
            measure(texts, ours, ROUNDS);
            new EditorBench(ours, EditorPeers.measure(texts)).print();
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1); // the FX thread would keep the process alive
        }
        System.exit(0);
    }

    private static void measure(BenchTexts texts, EditorFigures figures, int rounds) throws Exception {
        var streamed = Files.readString(texts.streamed());
        var opened = Files.readString(texts.opened());
        var typed = Files.readString(texts.typed());
        for (var round = 0; round < rounds; round++) {
            figures.append(streamed);
            figures.stream(streamed);
            figures.open(opened);
            figures.type(typed);
            figures.paste(opened.substring(0, 1_000_000));
        }
    }

    private static void openFirst(Path file, EditorFigures figures) throws IOException, InterruptedException {
        var process = Benches.java(FirstOpening.class.getName(), file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("the first opening failed: " + said);
        }
        var values = said.lines()
                .filter(line -> line.startsWith("opened "))
                .findFirst()
                .orElseThrow()
                .split(" ", -1);
        figures.add("first open", Double.parseDouble(values[1]));
        figures.add("first jump", Double.parseDouble(values[2]));
        figures.add("memory", Double.parseDouble(values[3]));
    }

    private void print() {
        peers.ifPresent(p -> System.out.println("The peers ran in Chromium " + p.browser() + "; "
                + String.join(
                        ", ",
                        p.peers().stream()
                                .map(peer -> peer.name() + " " + peer.version())
                                .toList())));
        System.out.println(HEADER);
        append("one task for all", PeerFigures.Appending::oneTask);
        append("a task for each", PeerFigures.Appending::taskPerPiece);
        append("pieces of 400", PeerFigures.Appending::coalesced);
        stream("p50", 2 * FRAME, "stream p50", PeerFigures.Streamed::p50Millis);
        stream("p99", 2 * FRAME, "stream p99", PeerFigures.Streamed::p99Millis);
        stream("longest frame", 50, "stream gap", PeerFigures.Streamed::longestFrameGapMillis);
        open("c. first opening of 100,000 lines, ms", 150, "first open", PeerFigures.Opening::first);
        open("c. opening them when warm, ms", 150, "open", PeerFigures.Opening::again);
        open("c. first jump to their end, ms", 50, "first jump", PeerFigures.Opening::jump);
        open("c. jump to their end when warm, ms", 50, "jump", PeerFigures.Opening::jump);
        value(
                "d. a key in 10,000 lines to its frame p50, ms",
                FRAME,
                "type p50",
                p -> p.typing().p50Millis());
        value(
                "d. a key in 10,000 lines to its frame p99, ms",
                FRAME,
                "type p99",
                p -> p.typing().p99Millis());
        value("e. memory with 100,000 lines open, MB", 0, "memory", p -> {
            var opened = p.memory().opened();
            return opened == null ? Double.NaN : opened.pssMegabytes();
        });
        alone("a. of that on the FX thread, ms", "append, FX thread");
        alone("b. the FX thread is busy, per cent", "stream, FX thread");
        alone("c. opening when warm, on the FX thread, ms", "open, FX thread");
        alone("c. jump when warm, on the FX thread, ms", "jump, FX thread");
        alone("d. a key on the FX thread p99, ms", "type p99, FX thread");
        alone("paste of 1 MB to the next frame, ms", "paste");
    }

    private void stream(String what, double goal, String name, ToDoubleFunction<PeerFigures.Streamed> value) {
        var words = "b. 5,000 pieces/s, " + what + ", ms, against an edit for each ";
        value(words + "piece", goal, name, p -> value.applyAsDouble(p.stream().editPerPiece()));
        value(words + "frame", goal, name, p -> value.applyAsDouble(p.stream().editPerFrame()));
    }

    private void append(String against, Function<PeerFigures.Appending, PeerFigures.Appended> which) {
        row("a. 200 kB of Java in 5-unit pieces as fast as they come, ms, against " + against, 1_000, "append", p -> {
            var appended = which.apply(p.append());
            return new Figure(appended.millis(), appended.complete());
        });
    }

    private void open(String words, double goal, String name, Function<PeerFigures.Opening, PeerFigures.Timed> which) {
        row(words, goal, name, p -> {
            var timed = which.apply(p.open());
            return new Figure(timed.millis(), timed.complete());
        });
    }

    private void value(String words, double goal, String name, ToDoubleFunction<PeerFigures.Peer> value) {
        row(words, goal, name, p -> new Figure(value.applyAsDouble(p), true));
    }

    private void row(String words, double goal, String name, Function<PeerFigures.Peer, Figure> figure) {
        var monaco = peers.map(p -> figure.apply(p.peer("monaco"))).orElse(null);
        var codeMirror = peers.map(p -> figure.apply(p.peer("codemirror"))).orElse(null);
        print(words, goal, ours.of(name), monaco, codeMirror);
    }

    private void alone(String words, String name) {
        print(words, 0, ours.of(name), null, null);
    }

    /// @param complete false where the peer was given up: it took longer than that
    private record Figure(double value, boolean complete) {
        private static String words(@Nullable Figure figure) {
            return figure == null ? "-" : (figure.complete ? "" : "> ") + number(figure.value);
        }

        private static String ratio(double ours, @Nullable Figure figure) {
            return figure == null
                    ? "-"
                    : (figure.complete ? "" : "< ") + String.format(Locale.ROOT, "%.2f", ours / figure.value);
        }
    }

    private static void print(
            String words, double goal, double ours, @Nullable Figure monaco, @Nullable Figure codeMirror) {
        System.out.println(String.join(
                " | ",
                words,
                goal == 0 ? "-" : number(goal),
                number(ours),
                Figure.words(monaco),
                Figure.ratio(ours, monaco),
                Figure.words(codeMirror),
                Figure.ratio(ours, codeMirror)));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }
}
