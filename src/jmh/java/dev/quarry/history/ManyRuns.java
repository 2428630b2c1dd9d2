package dev.quarry.history;

import dev.quarry.run.InferenceSettings;
import dev.quarry.run.Message;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunRequest;
import dev.quarry.run.TokenUsage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A history as a user has it after years: many runs of several tasks, languages and models.
public final class ManyRuns {
    private static final List<String> TASKS = List.of("Translate", "Review", "Write tests", "Refactor", "Explain");
    private static final List<String> LANGUAGES = List.of("java", "python", "go", "rust", "sql", "typescript");
    private static final List<String> MODELS = List.of("qwen.qwen3-coder-30b-a3b-v1:0", "eu.anthropic.claude-sonnet-5");

    private ManyRuns() {}

    /// Writes a history of that many runs over two years. Takes minutes for a hundred thousand.
    ///
    /// @param file made anew
    /// @param runs a multiple of a thousand
    public static void fill(Path file, int runs) throws Exception {
        var random = new Random(42);
        var words = new String[4_000];
        Arrays.setAll(words, i -> word(random) + (i % 3 == 0 ? "Total" : ""));
        var first = Instant.now().minus(Duration.ofDays(720));
        try (var database = Database.open(file)) {
            for (var done = 0; done < runs; done += 1_000) {
                var from = done;
                database.make(connection -> {
                    for (var i = from; i < from + 1_000; i++) {
                        var start = start(random, words, first.plusSeconds(i * 720L * 86_400 / runs), i);
                        var run = RunWrites.begin(connection, start, "bench");
                        RunWrites.addPiece(connection, run, 0, "```\n" + code(random, words, 60) + "```\n");
                        RunWrites.end(connection, run, end(random));
                    }
                });
            }
        }
    }

    private static RunStart start(Random random, String[] words, Instant begun, int number) {
        var code = code(random, words, 40) + (number % 20_011 == 77 ? "needle77\n" : "");
        var request = new RunRequest(
                MODELS.get(random.nextInt(MODELS.size())),
                "You are careful.",
                List.of(Message.user(code)),
                InferenceSettings.MODEL_DEFAULTS);
        return new RunStart(
                begun,
                TASKS.get(random.nextInt(TASKS.size())),
                "",
                Map.of(),
                LANGUAGES.get(random.nextInt(LANGUAGES.size())),
                code,
                "",
                request,
                "Bench",
                null);
    }

    private static RunEnd end(Random random) {
        var outcome = random.nextInt(500) == 0 ? new Outcome.CutOff("max_tokens") : new Outcome.Complete("end_turn");
        return new RunEnd(outcome, new TokenUsage(400, 600, 0, 0), Duration.ofMillis(400), Duration.ofSeconds(6), null);
    }

    private static String code(Random random, String[] words, int lines) {
        var text = new StringBuilder();
        for (var i = 0; i < lines; i++) {
            text.append("    ")
                    .append(words[random.nextInt(words.length)])
                    .append(" = ")
                    .append(words[random.nextInt(words.length)])
                    .append("(i);\n");
        }
        return text.append("    return calcTotal(rows);\n").toString();
    }

    private static String word(Random random) {
        var word = new StringBuilder();
        for (var i = 0; i < 3 + random.nextInt(4); i++) {
            word.append("bcdfglmnprst".charAt(random.nextInt(12))).append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }
}
