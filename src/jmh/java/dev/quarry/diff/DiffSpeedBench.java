package dev.quarry.diff;

import com.github.difflib.DiffUtils;
import dev.quarry.bench.Comparison;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/// How long it takes to compare two texts, beside JGit's histogram diff alone, java-diff-utils (Myers) and `git
/// diff --no-index --histogram` as a process. Times of what runs in this JVM are the thread's CPU time, so that
/// other work on the machine does not count; beside git they are what the caller waits.
final class DiffSpeedBench {
    private static final long SEED = 42;
    private static final int FIRST_SCREEN_ROWS = 60;
    private static final DiffOptions NO_LIMIT = DiffOptions.STANDARD.within(Duration.ofHours(1));

    private DiffSpeedBench() {}

    public static void main(String[] arguments) throws Exception {
        for (var lines : List.of(1_000, 10_000, 50_000)) {
            for (var share : List.of(0.05, 0.5)) {
                var title = "diff of %,d lines, %.0f %% changed, ms".formatted(lines, share * 100);
                compare(title, MutatedSource.of(lines, share, SEED), lines);
            }
        }
    }

    private static void compare(String title, MutatedSource source, int lines) throws Exception {
        var left = LineText.of(source.left());
        var right = LineText.of(source.right());
        var leftBytes = source.left().getBytes(StandardCharsets.UTF_8);
        var rightBytes = source.right().getBytes(StandardCharsets.UTF_8);
        var leftRaw = new RawText(leftBytes);
        var rightRaw = new RawText(rightBytes);
        var rounds = lines == 1_000 ? 301 : 41;
        LongSupplier cpu = ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime;
        new Comparison(title + " against JGit's histogram alone", rounds, rounds)
                .run(
                        () -> millis(cpu, () -> hunks(left, right)),
                        () -> millis(cpu, () -> histogram(leftRaw, rightRaw)));
        new Comparison(title + " against JGit's histogram alone, both cutting the lines", rounds, rounds)
                .run(
                        () -> millis(cpu, () -> hunks(LineText.of(source.left()), LineText.of(source.right()))),
                        () -> millis(cpu, () -> histogram(new RawText(leftBytes), new RawText(rightBytes))));
        new Comparison(title + " with rows, moves and the first screen's words against JGit's histogram alone", 20, 21)
                .run(
                        () -> millis(cpu, () -> firstScreen(left, right)),
                        () -> millis(cpu, () -> histogram(leftRaw, rightRaw)));
        var changed = LineDiff.compare(left, right, NO_LIMIT).counts().changedLines();
        if (changed < 10_000) { // Above that, Myers takes half a minute each time.
            new Comparison(title + " against java-diff-utils", 3, 7)
                    .run(
                            () -> millis(cpu, () -> hunks(left, right)),
                            () -> millis(cpu, () -> DiffUtils.diff(left.lines(), right.lines())));
        }
        try (var git = new GitProcess(leftBytes, rightBytes)) {
            new Comparison(title + " against git diff --histogram as a process", 3, 21)
                    .run(() -> millis(System::nanoTime, () -> hunks(left, right)), () -> millis(System::nanoTime, git));
        }
    }

    private static double millis(LongSupplier nanos, Supplier<?> work) {
        var start = nanos.getAsLong();
        var result = work.get();
        var end = nanos.getAsLong();
        if (result == null) {
            throw new IllegalStateException("nothing was compared");
        }
        return (end - start) / 1e6;
    }

    private static List<Hunk> hunks(LineText left, LineText right) {
        return LineDiff.compare(left, right, NO_LIMIT).hunks();
    }

    private static Object histogram(RawText left, RawText right) {
        return new HistogramDiff().diff(RawTextComparator.DEFAULT, left, right);
    }

    /// All a view has to know before it can show anything.
    private static Diff firstScreen(LineText left, LineText right) {
        var diff = LineDiff.compare(left, right, NO_LIMIT);
        diff.moves();
        diff.rows().stream()
                .limit(FIRST_SCREEN_ROWS)
                .filter(row -> row.hunk() != Row.NO_HUNK)
                .forEach(row -> diff.inline(diff.hunks().get(row.hunk())));
        return diff;
    }

    /// Runs git on two files; its start is part of the time, as it is for whoever calls it.
    private static final class GitProcess implements Supplier<Object>, AutoCloseable {
        private final Path folder = Files.createTempDirectory("diff-bench");

        GitProcess(byte[] left, byte[] right) throws IOException {
            Files.write(folder.resolve("left"), left);
            Files.write(folder.resolve("right"), right);
        }

        @Override
        public Object get() {
            try {
                var process = new ProcessBuilder(
                                "git", "diff", "--no-index", "--histogram", "--no-color", "left", "right")
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
                return process.getInputStream().readAllBytes();
            } catch (IOException e) {
                throw new IllegalStateException("git does not start", e);
            }
        }

        @Override
        public void close() throws IOException {
            Files.delete(folder.resolve("left"));
            Files.delete(folder.resolve("right"));
            Files.delete(folder);
        }
    }
}
