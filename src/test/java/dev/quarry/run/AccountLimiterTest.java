package dev.quarry.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class AccountLimiterTest {
    private static final RunRequest REQUEST =
            new RunRequest("m", "", java.util.List.of(Message.user("Hi")), InferenceSettings.MODEL_DEFAULTS);

    @Test
    void nothingWaitsUntilTheAccountIsThrottled() throws Exception {
        var limiter = new AccountLimiter();
        var waited = new AtomicInteger();
        for (var i = 0; i < 200; i++) {
            var _ = limiter.take(waited::incrementAndGet);
        }
        assertThat(waited).hasValue(0);
    }

    @Test
    void throttlingHalvesWhatIsOnItsWayAndSuccessRaisesIt() throws Exception {
        var limiter = new AccountLimiter();
        var turns = new java.util.ArrayList<AccountLimiter.Turn>();
        for (var i = 0; i < 8; i++) {
            turns.add(limiter.take(() -> {}));
        }
        turns.forEach(AccountLimiter.Turn::throttled); // one sign, though eight are refused
        for (var i = 0; i < 4; i++) {
            turns.set(i, limiter.take(() -> {
                throw new AssertionError("four may go");
            }));
        }
        turns.subList(0, 4).forEach(AccountLimiter.Turn::close);
        for (var i = 0; i < 4; i++) {
            turns.set(i, limiter.take(() -> {
                throw new AssertionError("four may go still");
            }));
        }
        var waits = new CountDownLatch(1);
        var fifth = new CountDownLatch(1);
        Thread.startVirtualThread(() -> {
            try (var _ = limiter.take(waits::countDown)) {
                fifth.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(waits.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(fifth.getCount()).isEqualTo(1);
        turns.getFirst().close();
        assertThat(fifth.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void runsThatShareAnAccountAllEndWellAndSayThatTheyWait() throws Exception {
        var places = new Semaphore(2); // what the account takes at once
        var refused = new AtomicInteger();
        var connection = new ScriptedConnection(sink -> {
            if (!places.tryAcquire()) {
                refused.incrementAndGet();
                throw ScriptedConnection.refusal(RunException.Reason.THROTTLED, true);
            }
            try {
                Thread.sleep(5); // the answer takes its time
                sink.accept(new RunEvent.Text("a"));
                return ScriptedConnection.COMPLETE;
            } finally {
                places.release();
            }
        });
        var events = new CopyOnWriteArrayList<RunEvent>();
        var backoff = new Backoff(Duration.ofMillis(5), Duration.ofMillis(40), () -> 0.5);
        try (var assistant = new CodeAssistant(backoff)) {
            var runs = IntStream.range(0, 24)
                    .mapToObj(_ -> assistant.run(connection, REQUEST, events::add))
                    .toList();
            var complete = 0;
            for (var run : runs) {
                complete += run.await().outcome() instanceof Outcome.Complete ? 1 : 0;
            }
            assertThat(complete).isEqualTo(24);
        }
        // Without a limit each of the 22 that find no place would be refused again and again.
        assertThat(refused.get()).isLessThan(60);
        assertThat(events)
                .filteredOn(e ->
                        e instanceof RunEvent.Retrying r && r.error().sentence().contains("waits for another one"))
                .isNotEmpty();
    }

    @Test
    void aRunThatWaitsForItsTurnCanBeCancelled() throws Exception {
        var started = new CountDownLatch(1);
        var first = new AtomicInteger();
        var connection = new ScriptedConnection(sink -> {
            if (first.getAndIncrement() == 0) {
                throw ScriptedConnection.refusal(RunException.Reason.THROTTLED, false);
            }
            started.countDown();
            return ScriptedConnection.hang();
        });
        try (var assistant = new CodeAssistant(Backoff.NONE)) {
            assertThat(assistant.run(connection, REQUEST, e -> {}).await().outcome())
                    .isInstanceOf(Outcome.Failed.class);
            var holder = assistant.run(connection, REQUEST, e -> {});
            assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
            var waits = new CountDownLatch(1);
            var waiting = assistant.run(connection, REQUEST, e -> {
                if (e instanceof RunEvent.Retrying) {
                    waits.countDown();
                }
            });
            assertThat(waits.await(10, TimeUnit.SECONDS)).isTrue();
            waiting.cancel();
            assertThat(waiting.await().outcome()).isInstanceOf(Outcome.Cancelled.class);
            holder.cancel();
        }
    }
}
