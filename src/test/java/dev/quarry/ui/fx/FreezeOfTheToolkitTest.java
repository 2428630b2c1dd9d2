package dev.quarry.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitFor;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Modality;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class FreezeOfTheToolkitTest {
    private static final Duration LIMIT = Duration.ofMillis(400);

    private final Logger logger = (Logger) LoggerFactory.getLogger(FreezeWatch.class);
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> log = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage());
        }
    };

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
    }

    @Test
    void aModalDialogThatIsWaitedForIsNoFreeze() throws Exception {
        var closed = new CountDownLatch(1);
        try (var watch = FreezeWatch.start(FxThread.LATER, LIMIT)) {
            Platform.runLater(() -> {
                var dialog = new Stage();
                dialog.initModality(Modality.APPLICATION_MODAL);
                dialog.setScene(new Scene(new StackPane(), 100, 100));
                var pause = new PauseTransition(javafx.util.Duration.millis((double) (4 * LIMIT.toMillis())));
                pause.setOnFinished(event -> dialog.close());
                pause.play();
                dialog.showAndWait();
                closed.countDown();
            });
            assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(watch).isNotNull();
        }
        assertThat(lines).isEmpty();
    }

    @Test
    void aBusyFxThreadIsLoggedWithWhatItIsAt() throws Exception {
        var release = new CountDownLatch(1);
        var known = new CountDownLatch(2);
        var watch = FreezeWatch.start(
                task -> Platform.runLater(() -> {
                    task.run();
                    known.countDown();
                }),
                LIMIT);
        try (watch) {
            assertThat(known.await(30, TimeUnit.SECONDS)).isTrue();
            Platform.runLater(() -> computeForLong(release));
            waitFor(30, TimeUnit.SECONDS, () -> !lines.isEmpty());
        } finally {
            release.countDown();
        }
        assertThat(lines.getFirst()).contains("FreezeOfTheToolkitTest.computeForLong");
    }

    private static void computeForLong(CountDownLatch release) {
        while (release.getCount() > 0) {
            Thread.onSpinWait();
        }
    }
}
