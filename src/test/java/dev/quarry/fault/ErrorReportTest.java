package dev.quarry.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorReportTest {
    private static final String SECRET = "String password = \"hunter2\";";

    @Test
    void messagesAreLeftOutWhereverTheyStand() {
        var error = new IllegalStateException(SECRET, new IllegalArgumentException(SECRET));
        error.addSuppressed(new IllegalStateException(SECRET));
        assertThat(report(error).text())
                .doesNotContain("hunter2", "password")
                .contains("java.lang.IllegalStateException\n", "Caused by: java.lang.IllegalArgumentException\n");
    }

    @Test
    void anErrorThatMakesUpItsMessageIsNamedByItsTypeAlone() {
        var talkative = new RuntimeException(SECRET) {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                return SECRET;
            }
        };
        assertThat(report(talkative).text()).doesNotContain("hunter2");
    }

    @Test
    void namesWhereItWasThrownAndOurOwnFramesAndCountsTheOthers() {
        var error = new IllegalStateException();
        error.setStackTrace(new StackTraceElement[] {
            frame("java.util.ArrayList", "get", 10),
            frame("java.util.ArrayList", "first", 20),
            frame("dev.quarry.run.Run", "start", 30),
            frame("javafx.event.Bus", "fire", 40),
        });
        assertThat(report(error).text()).endsWith("""
                java.lang.IllegalStateException
                    at java.util.ArrayList.get:10
                    ... 1 frame of libraries
                    at dev.quarry.run.Run.start:30
                    ... 1 frame of libraries
                """);
    }

    @Test
    void namesVersionsPlatformAndThread() {
        var text = report(new IllegalStateException()).text();
        assertThat(text).contains(System.getProperty("java.runtime.version"), System.getProperty("os.arch"));
        assertThat(text).contains("Thread: worker\n").containsPattern("heap \\d+ of \\d+ MB");
    }

    @Test
    void causesThatGoInACircleEnd() {
        var inner = new IllegalStateException();
        var outer = new IllegalArgumentException(inner);
        inner.initCause(outer);
        assertThat(report(outer).text().lines().filter(line -> line.contains("Illegal")))
                .hasSize(2);
    }

    @Test
    void memoryThatRanOutIsNoticedInACauseToo() {
        assertThat(report(new IllegalStateException(new OutOfMemoryError())).outOfMemory())
                .isTrue();
        assertThat(report(new IllegalStateException()).outOfMemory()).isFalse();
    }

    @Test
    void aVeryDeepStackIsCut() {
        var error = new StackOverflowError();
        var frames = java.util.Collections.nCopies(1_000, frame("dev.quarry.diff.Diff", "split", 1));
        error.setStackTrace(List.copyOf(frames).toArray(StackTraceElement[]::new));
        assertThat(report(error).text().lines().count()).isLessThan(60);
    }

    private static ErrorReport report(Throwable error) {
        return ErrorReport.of(Thread.ofPlatform().name("worker").unstarted(() -> {}), error);
    }

    private static StackTraceElement frame(String type, String method, int line) {
        return new StackTraceElement(type, method, "F.java", line);
    }
}
