package dev.quarry.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.run.Outcome;
import dev.quarry.run.RunEvent;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A real process that is killed in the middle of a run.
class KilledHistoryTest {
    private static final int PIECES_BEFORE_THE_KILL = 150;

    @TempDir
    Path folder;

    /// A piece of the answer, and when it came.
    private record Piece(String text, long millis) {}

    /// Streams a run into the history for ever, and prints what it streamed and when.
    static final class Streaming {
        public static void main(String[] arguments) throws InterruptedException {
            var session = new HistorySession(Path.of(arguments[0]));
            var recording = session.history.record(HistorySession.start("Translate", "print('killed')"));
            for (var i = 0; ; i++) {
                var piece = "piece" + i + " ";
                session.history.keepDraft(new Draft("Review", Map.of("focus", "f" + i), "java", "edited " + i));
                recording.accept(new RunEvent.Text(piece));
                System.out.println(piece + System.currentTimeMillis());
                System.out.flush();
                TimeUnit.MILLISECONDS.sleep(10);
            }
        }
    }

    @Test
    @Timeout(60)
    void aKilledProcessLosesAtMostTheLastSecondAndTheNextOneOffersTheRest() throws Exception {
        var file = folder.resolve("history.db");
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Streaming.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var pieces = new ArrayList<Piece>();
        try (var lines = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            while (pieces.size() < PIECES_BEFORE_THE_KILL) {
                var line = lines.readLine();
                assertThat(line).as("the process streams").isNotNull();
                if (line.startsWith("piece")) {
                    pieces.add(new Piece(
                            line.substring(0, line.indexOf(' ') + 1),
                            Long.parseLong(line.substring(line.indexOf(' ') + 1))));
                }
            }
            child.destroyForcibly();
            assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
        var killed = pieces.getLast().millis();
        var due = pieces.stream().filter(p -> p.millis() < killed - 1_000).toList();
        assertThat(due).as("the run went on for more than a second").hasSizeGreaterThan(10);

        try (var session = new HistorySession(file)) {
            var left = session.recovered.poll(10, TimeUnit.SECONDS);
            assertThat(left).isNotNull();
            var run = left.run().orElseThrow();
            assertThat(run.answer())
                    .startsWith(String.join("", due.stream().map(Piece::text).toList()));
            assertThat(run.end().outcome()).isInstanceOf(Outcome.Interrupted.class);
            var draft = left.draft().orElseThrow();
            assertThat(draft.task()).isEqualTo("Review");
            assertThat(Integer.parseInt(draft.input().substring("edited ".length())))
                    .isGreaterThanOrEqualTo(due.size() - 1);
            assertThat(session.titles(HistoryQuery.ALL.withWords("piece" + (due.size() - 1))))
                    .containsExactly("print('killed')");
        }
        try (var session = new HistorySession(file)) {
            assertThat(session.recovered).as("offered once").isEmpty();
        }
    }

    @Test
    void whatWasClosedIsNotOffered() {
        var file = folder.resolve("history.db");
        try (var session = new HistorySession(file)) {
            session.history.keepDraft(new Draft("Review", Map.of(), "java", "edited"));
            session.run(HistorySession.start("Translate", "print(1)"), "x");
        }
        try (var session = new HistorySession(file)) {
            assertThat(session.recovered).isEmpty();
        }
    }
}
