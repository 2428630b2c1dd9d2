package dev.quarry.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.run.Backoff;
import dev.quarry.run.CodeAssistant;
import dev.quarry.run.Run;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What two thousand runs leave behind when many of them are cancelled at random.
@Tag("slow")
@Timeout(240)
class LeakTest {
    private static final int RUNS = 2_000;
    private static final int AT_ONCE = 8;

    @Test
    void noThreadConnectionOrMemoryIsLeftBehind() throws Exception {
        var random = new Random(1);
        try (var endpoint = FaultEndpoint.asking(() -> Script.stream()
                        .texts(20, i -> "piece " + i + " ")
                        .pause(Duration.ofMillis(3))
                        .texts(20, i -> "more " + i + " ")
                        .whole());
                var assistant = new CodeAssistant(Backoff.NONE)) {
            var connection = endpoint.connection();
            runs(assistant, connection, random, RUNS / 4); // what is loaded once is loaded now
            var threads = threads();
            var memory = usedMemory();
            runs(assistant, connection, random, RUNS);
            await(() -> endpoint.open() <= AT_ONCE * 2);
            assertThat(endpoint.open()).as("connections").isLessThanOrEqualTo(AT_ONCE * 2);
            assertThat(threads()).as("threads").isLessThanOrEqualTo(threads + 2);
            assertThat(usedMemory() - memory).as("bytes").isLessThan(8L << 20);
            connection.close();
            await(() -> endpoint.open() == 0);
            assertThat(endpoint.open()).as("connections").isZero();
        }
    }

    private static void runs(CodeAssistant assistant, BedrockConnection connection, Random random, int count)
            throws InterruptedException {
        var active = new ArrayDeque<Run>();
        for (var i = 0; i < count; i++) {
            var run = assistant.run(connection, Asked.request("Hi"), _ -> {});
            active.add(run);
            if (random.nextInt(3) == 0) {
                TimeUnit.MICROSECONDS.sleep(random.nextInt(6_000)); // cancelled at any moment of its life
                run.cancel();
            }
            if (active.size() == AT_ONCE) {
                active.remove().await();
            }
        }
        while (!active.isEmpty()) {
            active.remove().await();
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static int threads() {
        return Thread.getAllStackTraces().size();
    }

    private static long usedMemory() throws InterruptedException {
        var least = Long.MAX_VALUE;
        for (var i = 0; i < 5; i++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(50);
            least = Math.min(
                    least,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }
}
