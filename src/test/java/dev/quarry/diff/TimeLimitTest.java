package dev.quarry.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Inputs on which the algorithms take far too long.
class TimeLimitTest {
    private static final Duration LIMIT = Duration.ofMillis(100);

    @Test
    @Timeout(20)
    void aHugeTextIsComparedCoarselyWhenTheTimeIsUp() {
        var left = IntStream.range(0, 100_000).mapToObj(i -> "line " + i).toList();
        var right = IntStream.range(0, 100_000)
                .mapToObj(i -> i % 1_000 == 500 ? "other " + i : "line " + i)
                .toList();
        var diff = compare(left, right, Duration.ofMillis(1));
        assertThat(diff.precision()).isEqualTo(Precision.COARSE);
        assertThat(diff.counts()).isEqualTo(new DiffCounts(100, 0, 0, 100));
    }

    @Test
    @Timeout(20)
    void fewLinesRepeatedAreCoarseOnlyWhereTheyAre() {
        var left = repetitive(3);
        var right = repetitive(4);
        left.addAll(0, List.of("unique", "old", "also unique"));
        right.addAll(0, List.of("unique", "new", "also unique"));
        var diff = compare(left, right, LIMIT);
        assertThat(diff.precision()).isEqualTo(Precision.COARSE);
        assertThat(diff.hunks()).hasSize(2);
        assertThat(diff.hunks().getFirst()).isEqualTo(new Hunk(0, 1, 2, 1, 2, Hunk.Kind.CHANGED));
    }

    @Test
    void withoutTimeUniqueLinesStillHoldTheSidesTogether() {
        var left = List.of("a", "b", "{", "c", "d", "{", "e");
        var right = List.of("a", "x", "{", "c", "y", "z", "{", "e");
        var diff = compare(left, right, Duration.ZERO);
        assertThat(diff.precision()).isEqualTo(Precision.COARSE);
        assertThat(Sketch.hunks(diff)).containsExactly("-[b] +[x]", "-[d] +[y, z]");
    }

    @Test
    @Timeout(20)
    void anInterruptEndsTheComparisonAndStaysVisible() throws InterruptedException {
        var left = LineText.of(String.join("\n", repetitive(3)));
        var right = LineText.of(String.join("\n", repetitive(4)));
        var started = new CountDownLatch(1);
        var result = new AtomicReference<Diff>();
        var interrupted = new AtomicReference<Boolean>();
        var thread = Thread.ofPlatform().start(() -> {
            started.countDown();
            result.set(LineDiff.compare(left, right, DiffOptions.STANDARD.within(Duration.ofHours(1))));
            interrupted.set(Thread.currentThread().isInterrupted());
        });
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
        thread.interrupt();
        thread.join();
        assertThat(result.get().precision()).isEqualTo(Precision.COARSE);
        assertThat(interrupted.get()).isTrue();
    }

    @Test
    @Timeout(20)
    void endlessLinesAreComparedInTime() {
        var random = new Random(5);
        var words = IntStream.range(0, 50_000)
                .mapToObj(_ -> "w" + random.nextInt(9))
                .toList();
        var left = String.join(" ", words);
        var right = String.join(" ", shuffled(words));
        var diff = LineDiff.compare((left + "\n").repeat(20), (right + "\n").repeat(20));
        var inline = diff.inline(diff.hunks().getFirst());
        assertThat(inline.ofLeft(19)).containsExactly(new ColumnRange(0, left.length()));
    }

    private static List<String> shuffled(List<String> words) {
        var result = new ArrayList<>(words);
        Collections.shuffle(result, new Random(6));
        return result;
    }

    /// Lines that occur so often that none tells anything: Myers' algorithm would take half a minute for two of
    /// these.
    private static List<String> repetitive(long seed) {
        var random = new Random(seed);
        return IntStream.range(0, 40_000).mapToObj(_ -> "x" + random.nextInt(4)).collect(Collectors.toList());
    }

    private static Diff compare(List<String> left, List<String> right, Duration limit) {
        return LineDiff.compare(
                LineText.of(String.join("\n", left)),
                LineText.of(String.join("\n", right)),
                DiffOptions.STANDARD.within(limit));
    }
}
