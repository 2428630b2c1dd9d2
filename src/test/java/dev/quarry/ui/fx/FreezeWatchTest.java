package dev.quarry.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class FreezeWatchTest {
    private static final long TICK = 500;

    private final Logger logger = (Logger) LoggerFactory.getLogger(FreezeWatch.class);
    private final Log log = new Log();
    private final ArrayDeque<Runnable> queued = new ArrayDeque<>();
    private long nanos;
    private final FreezeWatch watch = new FreezeWatch(queued::add, () -> nanos, Duration.ofSeconds(2));

    @BeforeEach
    void listen() {
        log.start();
        logger.setLevel(Level.WARN);
        logger.setAdditive(false);
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
        logger.setLevel(null);
        logger.setAdditive(true);
        watch.close();
    }

    @Test
    void aThreadThatAnswersIsNotFrozen() {
        for (var i = 0; i < 100; i++) {
            look();
            answer();
        }
        assertThat(log.lines).isEmpty();
    }

    @Test
    void aThreadThatDoesNotAnswerForTwoSecondsIsLoggedOnceAndItsReturnToo() {
        looks(20);
        assertThat(log.lines).hasSize(1);
        assertThat(log.lines.getFirst()).startsWith("the FX thread has been busy for 2");
        answer();
        look();
        assertThat(log.lines).hasSize(2);
        assertThat(log.lines.getLast()).startsWith("the FX thread goes on after");
    }

    @Test
    void lessThanTwoSecondsIsNoFreeze() {
        looks(5);
        answer();
        looks(5);
        assertThat(log.lines).isEmpty();
    }

    @Test
    void aMachineThatSleptIsNotFrozen() {
        look();
        nanos += TimeUnit.HOURS.toNanos(8);
        look();
        assertThat(log.lines).isEmpty();
        looks(5);
        assertThat(log.lines).hasSize(1);
    }

    @Test
    void theStackSaysWhatTheThreadIsAt() throws Exception {
        var release = new CountDownLatch(1);
        var known = new CountDownLatch(1);
        var fx = Executors.newSingleThreadExecutor();
        Executor watched = task -> fx.execute(() -> {
            task.run();
            known.countDown();
        });
        try (var real = FreezeWatch.start(watched, Duration.ofMillis(100))) {
            assertThat(known.await(10, TimeUnit.SECONDS)).isTrue();
            fx.execute(() -> holdUp(release));
            assertThat(log.line.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(log.lines.getFirst()).contains("FreezeWatchTest.holdUp");
            assertThat(real).isNotNull();
        } finally {
            release.countDown();
            fx.shutdown();
        }
    }

    private static void holdUp(CountDownLatch release) {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void looks(int times) {
        for (var i = 0; i < times; i++) {
            look();
        }
    }

    private void look() {
        nanos += TimeUnit.MILLISECONDS.toNanos(TICK);
        watch.look();
    }

    private void answer() {
        while (!queued.isEmpty()) {
            queued.poll().run();
        }
    }

    private static final class Log extends AppenderBase<ILoggingEvent> {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final CountDownLatch line = new CountDownLatch(1);

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage());
            line.countDown();
        }
    }
}
