package dev.quarry.fault;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class UncaughtErrorsTest {
    private final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    private final LinkedBlockingQueue<ErrorReport> shown = new LinkedBlockingQueue<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(UncaughtErrors.class);
    private final UncaughtErrors errors = new UncaughtErrors();

    @BeforeEach
    void install() {
        logger.setLevel(Level.OFF); // the errors here are meant
        errors.showTo(shown::add);
        errors.install();
    }

    @AfterEach
    void putBack() {
        logger.setLevel(null);
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    @Test
    void anErrorOfAVirtualThreadIsShown() throws InterruptedException {
        Thread.ofVirtual().name("open-file").start(() -> fail("virtual"));
        assertThat(next().text()).contains("Thread: open-file", "IllegalStateException");
    }

    @Test
    void anErrorInAPoolIsShownAndThePoolGoesOn() throws Exception {
        try (var pool = Executors.newSingleThreadExecutor()) {
            pool.execute(() -> fail("pool"));
            assertThat(next().text()).contains("IllegalStateException");
            assertThat(pool.submit(() -> 7).get(10, TimeUnit.SECONDS)).isEqualTo(7);
        }
    }

    @Test
    void aStormOfTheSameErrorIsShownOnce() {
        var error = new IllegalStateException();
        for (var i = 0; i < 1_000; i++) {
            errors.uncaughtException(Thread.currentThread(), error);
        }
        assertThat(shown).hasSize(1);
    }

    @Test
    void differentErrorsAreAllShown() {
        errors.uncaughtException(Thread.currentThread(), new IllegalStateException());
        errors.uncaughtException(Thread.currentThread(), new IllegalArgumentException());
        assertThat(shown).hasSize(2);
    }

    @Test
    void aDisplayThatFailsTakesNothingDown() {
        var calls = new ArrayList<ErrorReport>();
        errors.showTo(report -> {
            calls.add(report);
            fail("display");
        });
        errors.uncaughtException(Thread.currentThread(), new IllegalStateException());
        errors.uncaughtException(Thread.currentThread(), new IllegalArgumentException());
        assertThat(calls).hasSize(2);
    }

    private ErrorReport next() throws InterruptedException {
        var report = shown.poll(10, TimeUnit.SECONDS);
        assertThat(report).isNotNull();
        return report;
    }

    private static void fail(String where) {
        if (!where.isEmpty()) {
            throw new IllegalStateException(where);
        }
    }
}
