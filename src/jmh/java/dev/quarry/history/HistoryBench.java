package dev.quarry.history;

import dev.quarry.bench.Comparison;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;

/// Search, restore and opening with 100,000 runs. Search is measured against a bound of 50 ms and against SQL's own
/// `LIKE` over the same texts; restoring against one frame at 60 Hz; opening against opening an empty history. Takes
/// the file of an earlier measurement when `quarry.bench.history` names one.
final class HistoryBench {
    private static final int RUNS = Integer.getInteger("quarry.bench.runs", 100_000);
    private static final double BOUND_MILLIS = 50;
    private static final double FRAME_MILLIS = 1000.0 / 60;
    private static final int ROUNDS = 40;

    private HistoryBench() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory("quarry-bench");
        var named = System.getProperty("quarry.bench.history");
        var file = named == null ? folder.resolve("history.db") : Path.of(named);
        if (!Files.exists(file)) {
            ManyRuns.fill(file, RUNS);
        }
        System.out.printf(Locale.ROOT, "%,d runs in %,d MB%n", RUNS, Files.size(file) / 1_048_576);
        var queries = Map.of(
                "one letter", HistoryQuery.ALL.withWords("t"),
                "a word in every run", HistoryQuery.ALL.withWords("return"),
                "beginnings of two words", HistoryQuery.ALL.withWords("calc tot"),
                "a rare word", HistoryQuery.ALL.withWords("needle77"),
                "filters that meet rarely",
                        HistoryQuery.ALL
                                .withTask("Review")
                                .withOutcome("CUT_OFF")
                                .withLanguage("go"),
                "a common word in an old month",
                        HistoryQuery.ALL
                                .withWords("return")
                                .withBegun(
                                        Instant.now().minus(Duration.ofDays(700)),
                                        Instant.now().minus(Duration.ofDays(670))));
        var history = new History(file, Price.UNKNOWN);
        history.open(true, Retention.FOR_EVER, HistoryListener.NONE);
        for (var query : new ArrayList<>(queries.keySet()).stream().sorted().toList()) {
            bound(
                    "search, " + query + ", p95 ms against 50 ms",
                    () -> history.search(queries.get(query), Long.MAX_VALUE, 100)
                            .size(),
                    BOUND_MILLIS);
        }
        var random = new Random(7);
        bound(
                "restore a run, p95 ms against one frame",
                () -> history.find(1 + random.nextInt(RUNS))
                        .orElseThrow()
                        .answer()
                        .length(),
                FRAME_MILLIS);
        new Comparison("search for a rare word ms against LIKE", 1, 5)
                .run(
                        () -> millis(() -> history.search(HistoryQuery.ALL.withWords("needle77"), Long.MAX_VALUE, 100)
                                .size()),
                        () -> millis(() -> like(history)));
        history.close();
        var empty = folder.resolve("empty.db");
        new Comparison("open and list the first page ms against an empty history", 2, 9)
                .run(() -> millis(() -> opened(file)), () -> millis(() -> opened(empty)));
    }

    private static int like(History history) throws HistoryException {
        return history.store()
                .read(connection -> Sql.list(
                                connection,
                                row -> row.getLong(1),
                                "SELECT run FROM run_text WHERE input LIKE '%needle77%' OR answer LIKE '%needle77%'"
                                        + " ORDER BY run DESC LIMIT 100")
                        .size());
    }

    private static int opened(Path file) throws HistoryException {
        var history = new History(file, Price.UNKNOWN);
        history.open(true, Retention.FOR_EVER, HistoryListener.NONE);
        var found = history.search(HistoryQuery.ALL, Long.MAX_VALUE, 100).size();
        history.close();
        return found;
    }

    private static double millis(Callable<Integer> work) throws Exception {
        var began = System.nanoTime();
        work.call();
        return (System.nanoTime() - began) / 1e6;
    }

    private static void bound(String name, Callable<Integer> work, double bound) throws Exception {
        var times = new double[ROUNDS];
        work.call();
        for (var i = 0; i < ROUNDS; i++) {
            times[i] = millis(work);
        }
        Arrays.sort(times);
        var p95 = times[(int) (ROUNDS * 0.95) - 1];
        System.out.printf(
                Locale.ROOT,
                "%s | %.1f (median %.1f, %d found) | %.1f | %.2f%n",
                name,
                p95,
                times[ROUNDS / 2],
                work.call(),
                bound,
                p95 / bound);
    }
}
