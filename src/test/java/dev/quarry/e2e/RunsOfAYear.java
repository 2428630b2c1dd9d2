package dev.quarry.e2e;

import dev.quarry.history.History;
import dev.quarry.history.Recording;
import dev.quarry.history.RunStart;
import dev.quarry.history.Verdict;
import dev.quarry.run.InferenceSettings;
import dev.quarry.run.Message;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunEvent;
import dev.quarry.run.RunRequest;
import dev.quarry.run.TokenUsage;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Runs as somebody has them who works with Quarry: for pictures.
final class RunsOfAYear {
    static final String SONNET = "eu.anthropic.claude-sonnet-5";
    static final String QWEN = "qwen.qwen3-coder-30b-a3b-v1:0";
    static final String NOVA = "eu.amazon.nova-pro-v1:0";

    private static final List<String> MODELS = List.of(SONNET, SONNET, SONNET, QWEN, QWEN, NOVA);
    private static final List<String> TASKS = List.of(
            "Review",
            "Review",
            "Review",
            "Refactor",
            "Refactor",
            "Translate",
            "Write tests",
            "Write tests",
            "Explain",
            "Document");

    private RunsOfAYear() {}

    /// Some runs of the last days, as the list of the history shows them.
    static void keepSome(History history) {
        keep(history, 40, "Review", "rust", "pub fn retry<F, T>(mut attempt: F) -> Result<T, Error>", true);
        keep(history, 95, "Write tests", "python", "class ExpiringCache(Generic[K, V]):", true);
        keep(history, 130, "Refactor", "java", "public final class InvoiceService {", false);
        keep(history, 60 * 26, "Explain", "sql", "WITH RECURSIVE subordinates AS (", null);
        keep(history, 60 * 28, "Translate", "cobol", "IDENTIFICATION DIVISION.", true);
        keep(history, 60 * 51, "Document", "typescript", "export function debounce<T>(", true);
        keep(history, 60 * 75, "Review", "php", "final class InvoiceController extends Controller", true);
        keep(history, 60 * 99, "Refactor", "javascript", "async function syncPrices(products) {", true);
        var named = keep(history, 60 * 200, "Translate", "python", "def settle(batch: list[Payment]) -> Report:", true);
        var id = named.id().join();
        history.name(id, "Payroll to Go").join();
        history.pin(id, true).join();
    }

    private static Recording keep(
            History history, int minutesAgo, String task, String language, String line, Boolean passed) {
        var recording =
                history.record(start(Instant.now().minus(Duration.ofMinutes(minutesAgo)), task, language, line, QWEN));
        recording.accept(new RunEvent.Text("answer"));
        end(recording, 800, 900);
        if (passed != null) {
            var _ = recording.id().thenCompose(id -> history.setVerdict(id, new Verdict(passed, "")));
        }
        return recording;
    }

    /// A year of them, more at its end than at its start, and few at weekends.
    ///
    /// @return how many
    static int keepAll(History history) {
        var random = new Random(11);
        var zone = ZoneId.systemDefault();
        var today = LocalDate.now(zone);
        var count = 0;
        for (var ago = 364; ago >= 0; ago--) {
            var day = today.minusDays(ago);
            var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            var holiday = ago > 215 && ago < 232;
            var usual = weekend ? 0.4 : holiday ? 0 : 2 + (364 - ago) / 75.0;
            var runs = (int) Math.round(usual * (0.5 + random.nextDouble()));
            for (var i = 0; i < runs; i++) {
                var recording = history.record(start(
                        day.atTime(9 + i % 9, 10).atZone(zone).toInstant(),
                        TASKS.get(random.nextInt(TASKS.size())),
                        "java",
                        "x",
                        MODELS.get(random.nextInt(MODELS.size()))));
                end(recording, 400 + random.nextInt(2_400), 300 + random.nextInt(2_000));
            }
            count += runs;
        }
        return count;
    }

    private static RunStart start(Instant begun, String task, String language, String input, String model) {
        var request = new RunRequest(model, "", List.of(Message.user(input)), InferenceSettings.MODEL_DEFAULTS);
        return new RunStart(begun, task, "", Map.of(), language, input, "", request, "Work account", null);
    }

    private static void end(Recording recording, int tokensIn, int tokensOut) {
        recording.accept(new RunEvent.Usage(new TokenUsage(tokensIn, tokensOut, 0, 0), Duration.ZERO));
        recording.accept(new RunEvent.Ended(new Outcome.Complete("end_turn")));
    }
}
