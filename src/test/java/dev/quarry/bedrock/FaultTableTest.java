package dev.quarry.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.run.Backoff;
import dev.quarry.run.CodeAssistant;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunEvent;
import dev.quarry.run.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Every fault at every phase of a request, over real sockets. What is to come of each is the table of
/// `docs/faults.md`, which this test reads, so that the document is right; with the times it is printed.
@Timeout(300)
class FaultTableTest {
    private static final Duration IDLE = Duration.ofMillis(1_500);
    private static final Duration SLACK = Duration.ofSeconds(15); // the machine may be busy

    /// How far the answer has come when the fault strikes. What comes before is sent, and seen, first.
    private enum Phase {
        HEADERS(""),
        FIRST_DELTA(""),
        REASONING(""),
        TEXT("one two"),
        STOP("one two");

        private final String text;

        Phase(String text) {
            this.text = text;
        }

        Script before(CountDownLatch seen) {
            return switch (this) {
                case HEADERS -> Script.nothing();
                case FIRST_DELTA -> Script.stream();
                case REASONING -> Script.stream().reasoning("Hm.").until(seen);
                case TEXT -> Script.stream().text("one ", "two").until(seen);
                case STOP -> Script.stream().text("one ", "two").until(seen).stop("end_turn");
            };
        }

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private record Row(String fault, Phase phase, Function<CountDownLatch, Script> script) {}

    private static final List<Phase> STREAMING = List.of(Phase.FIRST_DELTA, Phase.REASONING, Phase.TEXT, Phase.STOP);
    private static final String HTML = "<html><body>502 Bad Gateway</body></html>";

    private static List<Row> rows() {
        var rows = new ArrayList<Row>();
        refused(rows, "throttling", 429, "ThrottlingException");
        refused(rows, "model not ready", 429, "ModelNotReadyException");
        refused(rows, "service unavailable", 503, "ServiceUnavailableException");
        refused(rows, "internal error", 500, "InternalServerException");
        refused(rows, "access denied", 403, "AccessDeniedException");
        refused(rows, "expired token", 403, "ExpiredTokenException");
        refused(rows, "validation", 400, "ValidationException");
        refused(rows, "model timeout", 408, "ModelTimeoutException");
        rows.add(new Row(
                "throttling, Retry-After of an hour",
                Phase.HEADERS,
                _ -> Script.refusal(429, "ThrottlingException", "Slow down", "Retry-After: 3600")));
        rows.add(new Row(
                "wrong content type", Phase.HEADERS, _ -> Script.page("200 OK", "text/html", "<html>Hello</html>")));
        rows.add(new Row(
                "redirect",
                Phase.HEADERS,
                _ -> Script.page("302 Found", "text/html", "", "Location: http://127.0.0.1:1/login")));
        rows.add(new Row(
                "error page of a proxy, 502", Phase.HEADERS, _ -> Script.page("502 Bad Gateway", "text/html", HTML)));
        rows.add(new Row(
                "error page of a proxy, 403", Phase.HEADERS, _ -> Script.page("403 Forbidden", "text/html", HTML)));
        rows.add(new Row(
                "error page of a proxy, 407",
                Phase.HEADERS,
                _ -> Script.page("407 Proxy Authentication Required", "text/html", HTML)));
        at(rows, "RST", Script::reset, Phase.HEADERS);
        at(rows, "FIN", s -> s, Phase.HEADERS);
        at(rows, "stall", Script::hold, Phase.HEADERS);
        for (var phase : STREAMING) {
            at(
                    rows,
                    "throttling",
                    s -> s.exception("throttlingException", "Slow down").end(),
                    phase);
            at(
                    rows,
                    "service unavailable",
                    s -> s.exception("serviceUnavailableException", "Busy").end(),
                    phase);
            at(
                    rows,
                    "internal error",
                    s -> s.exception("internalServerException", "Oops").end(),
                    phase);
            at(
                    rows,
                    "model error",
                    s -> s.exception("modelStreamErrorException", "Oops").end(),
                    phase);
            at(rows, "validation", s -> s.exception("validationException", "No").end(), phase);
            at(rows, "unknown error", s -> s.error("WeatherError", "Rain").end(), phase);
            at(rows, "RST", Script::reset, phase);
            at(rows, "FIN", s -> s, phase);
            at(rows, "end in good order", Script::end, phase);
            at(rows, "half a frame", Script::halfFrame, phase);
            at(rows, "half a chunk", Script::halfChunk, phase);
            at(rows, "bad CRC", s -> s.corrupt().hold(), phase);
            at(rows, "stall", Script::hold, phase);
        }
        at(rows, "slow drip", FaultTableTest::drip, Phase.TEXT);
        at(rows, "huge delta", s -> s.text("x".repeat(400_000)).whole(), Phase.TEXT);
        at(rows, "unknown events", s -> s.event("weather", "{\"sun\":true}").whole(), Phase.TEXT);
        return rows;
    }

    private static void refused(List<Row> rows, String fault, int status, String type) {
        rows.add(new Row(fault, Phase.HEADERS, _ -> Script.refusal(status, type, "No.")));
    }

    private static void at(List<Row> rows, String fault, UnaryOperator<Script> then, Phase phase) {
        rows.add(new Row(fault, phase, seen -> then.apply(phase.before(seen))));
    }

    /// Slower in all than the idle limit, but never silent for so long.
    private static Script drip(Script script) {
        for (var i = 0; i < 6; i++) {
            script.pause(IDLE.dividedBy(4)).text(".");
        }
        return script.whole();
    }

    @Test
    void everyFaultEndsAsTheDocumentSays() throws Exception {
        var lines = new ArrayList<String>();
        var times = new StringBuilder("| fault | when | outcome | attempts | text | message | ms |\n");
        for (var row : rows()) {
            var began = System.nanoTime();
            var result = run(row);
            var took = Duration.ofNanos(System.nanoTime() - began);
            assertThat(took).as("%s at %s", row.fault(), row.phase()).isLessThan(IDLE.plus(SLACK));
            var line = line(row, result);
            lines.add(line);
            times.append(line).append(' ').append(took.toMillis()).append(" |\n");
        }
        System.out.println(times);
        assertThat(lines).isEqualTo(documented());
    }

    private static RunResult run(Row row) throws Exception {
        var seen = new CountDownLatch(1);
        var last = row.phase() == Phase.REASONING ? "Hm." : "two";
        try (var endpoint = FaultEndpoint.answering(row.script().apply(seen));
                var connection =
                        BedrockConnection.loopback(endpoint.uri(), "Fault endpoint", Patience.USUAL.withIdle(IDLE));
                var assistant = new CodeAssistant(Backoff.NONE)) {
            var result = assistant
                    .run(connection, Asked.request("Hi"), event -> {
                        if ((event instanceof RunEvent.Text text && text.piece().equals(last))
                                || event instanceof RunEvent.Reasoning) {
                            seen.countDown();
                        }
                    })
                    .await();
            assertThat(result.answer())
                    .as("no character of %s at %s is lost or comes twice", row.fault(), row.phase())
                    .startsWith(row.phase().text);
            assertThat(endpoint.requests())
                    .as("%s at %s: %s", row.fault(), row.phase(), message(result.outcome()))
                    .hasSize(result.attempts());
            return result;
        }
    }

    private static String line(Row row, RunResult result) {
        var answer = result.answer().length() > 40
                ? result.answer().length() + " characters"
                : result.answer().isEmpty() ? "" : "`" + result.answer() + "`";
        return "| "
                + String.join(
                        " | ",
                        row.fault(),
                        row.phase().words(),
                        outcome(result.outcome()),
                        Integer.toString(result.attempts()),
                        answer,
                        message(result.outcome()))
                + " |";
    }

    private static String outcome(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed
                ? "FAILED, " + failed.error().reason()
                : outcome.code();
    }

    private static String message(Outcome outcome) {
        var sentence = switch (outcome) {
            case Outcome.Failed failed -> failed.error().sentence();
            case Outcome.Interrupted interrupted -> interrupted.sentence();
            default -> "";
        };
        return sentence.replaceAll("127\\.0\\.0\\.1:\\d+", "HOST")
                .replace(Asked.MODEL, "MODEL")
                .replace(IDLE.toMillis() + " ms", "LIMIT");
    }

    private static List<String> documented() throws IOException {
        var project = Path.of(System.getProperty("quarry.project.dir", "."));
        return Files.readAllLines(project.resolve("docs/faults.md")).stream()
                .dropWhile(line -> !line.startsWith("| ---"))
                .skip(1)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }
}
