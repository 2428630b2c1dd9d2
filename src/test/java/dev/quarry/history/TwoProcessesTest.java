package dev.quarry.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.run.Outcome;
import dev.quarry.run.RunEvent;
import dev.quarry.run.TokenUsage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Two programs that write runs into the same file at the same time, such as a window and the command line.
class TwoProcessesTest {
    private static final int RUNS = 60;
    private static final int PIECES = 8;

    @TempDir
    Path folder;

    /// Writes runs as fast as it can, each in pieces; what goes wrong goes to standard error and the exit code.
    static final class Writing {
        public static void main(String[] arguments) {
            try (var session = new HistorySession(Path.of(arguments[0]))) {
                System.out.println("open");
                System.out.flush();
                write(session, "child");
                session.history.await();
                session.problems.forEach(System.err::println);
                if (!session.problems.isEmpty()) {
                    throw new AssertionError("the history had problems");
                }
            }
        }
    }

    private static void write(HistorySession session, String who) {
        for (var run = 0; run < RUNS; run++) {
            var recording = session.history.record(HistorySession.start("Translate", who + " " + run));
            for (var piece = 0; piece < PIECES; piece++) {
                recording.accept(new RunEvent.Text(who + run + "." + piece + " "));
                if (piece == PIECES / 2) {
                    session.history.await(); // each run is written in two parts at least, the other's in between
                }
            }
            recording.accept(new RunEvent.Usage(new TokenUsage(1, 2, 0, 0), Duration.ZERO));
            recording.accept(new RunEvent.Ended(new Outcome.Complete("end_turn")));
        }
    }

    @Test
    @Timeout(120)
    void everyRunOfBothIsKeptWhole() throws Exception {
        var file = folder.resolve("history.db");
        try (var session = new HistorySession(file)) {
            var child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--enable-native-access=ALL-UNNAMED",
                            "-classpath",
                            System.getProperty("java.class.path"),
                            Writing.class.getName(),
                            file.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            assertThat(child.inputReader().readLine()).isEqualTo("open");
            write(session, "parent");
            assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(child.exitValue()).isZero();
            session.history.await();
            assertThat(session.problems).isEmpty();

            var found = session.history.search(HistoryQuery.ALL, Long.MAX_VALUE, 10 * RUNS);
            assertThat(found).hasSize(2 * RUNS);
            var titles = new HashSet<String>();
            for (var summary : found) {
                var run = session.history.find(summary.id()).orElseThrow();
                var name = run.start().input().replace(" ", "");
                var whole = new StringBuilder();
                for (var piece = 0; piece < PIECES; piece++) {
                    whole.append(name).append('.').append(piece).append(' ');
                }
                assertThat(run.answer()).isEqualTo(whole.toString());
                assertThat(run.end().outcome()).isInstanceOf(Outcome.Complete.class);
                titles.add(run.start().input());
            }
            assertThat(titles).hasSize(2 * RUNS);
            assertThat(session.titles(HistoryQuery.ALL.withWords("child0.0")))
                    .as("what the other wrote is found")
                    .containsExactly("child 0");
        }
    }
}
