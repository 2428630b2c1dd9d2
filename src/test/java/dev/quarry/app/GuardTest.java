package dev.quarry.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.quarry.fault.UncaughtErrors;
import dev.quarry.settings.AppFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Errors reach the user, on the real toolkit.
@ExtendWith(ApplicationExtension.class)
class GuardTest {

    @TempDir
    Path folder;

    private final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    private final Logger logger = (Logger) LoggerFactory.getLogger(UncaughtErrors.class);
    private Stage stage;
    private Guard guard;

    @Start
    void start(Stage shown) {
        stage = shown;
        stage.setScene(new Scene(new StackPane(), 300, 200));
        stage.show();
    }

    @BeforeEach
    void guard() {
        logger.setLevel(Level.OFF); // the errors here are meant
        guard = Guard.begin(new AppFolders(folder.resolve("config"), folder.resolve("data")));
        waitForAsyncFx(10_000, () -> guard.shown(stage));
    }

    @AfterEach
    void end() {
        guard.close();
        Thread.setDefaultUncaughtExceptionHandler(before);
        logger.setLevel(null);
        waitForAsyncFx(10_000, () -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    }

    @Test
    void anErrorOnTheFxThreadIsShownWithAReportThatCanBeCopied() throws Exception {
        Platform.runLater(GuardTest::fail);
        var report = report();
        assertThat(report)
                .contains("GuardTest.fail", "Thread: JavaFX Application Thread")
                .doesNotContain("class A {}");
        waitForAsyncFx(10_000, () -> ((Button) dialog().lookup("#error-copy")).fire());
        assertThat(waitForAsyncFx(10_000, () -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo(report);
        assertThat(dialog()).isNotNull();
    }

    @Test
    void anErrorInTheBackgroundIsShownToo() throws Exception {
        Thread.ofVirtual().name("open-file").start(GuardTest::fail);
        assertThat(report()).contains("Thread: open-file");
    }

    @Test
    void errorsThatFollowAreCountedInTheSameDialog() throws Exception {
        Platform.runLater(GuardTest::fail);
        report();
        Platform.runLater(() -> List.of().getFirst());
        waitFor(
                10,
                TimeUnit.SECONDS,
                () -> waitForAsyncFx(
                        10_000,
                        () -> ((Label) dialog().lookup("#error-more")).getText().startsWith("One more error")));
        waitForFxEvents();
        assertThat(waitForAsyncFx(10_000, () -> Window.getWindows().size())).isEqualTo(2);
    }

    @Test
    void memoryThatRanOutIsToldAsThat() throws Exception {
        Platform.runLater(() -> {
            throw new OutOfMemoryError();
        });
        report();
        assertThat(waitForAsyncFx(10_000, () -> ((Label) dialog().lookup("#error-sentence")).getText()))
                .contains("-Xmx");
    }

    @Test
    void theMarkOfTheStartGoesWhenTheWindowHasLivedForAWhile() throws Exception {
        var mark = folder.resolve("data/window-is-starting");
        assertThat(mark).exists();
        waitFor(20, TimeUnit.SECONDS, () -> !Files.exists(mark));
    }

    private String report() throws Exception {
        waitFor(10, TimeUnit.SECONDS, () -> waitForAsyncFx(10_000, () -> dialog() != null));
        return waitForAsyncFx(10_000, () -> ((TextArea) dialog().lookup("#error-report")).getText());
    }

    /// FX thread only.
    private static Scene dialog() {
        return Window.getWindows().stream()
                .map(Window::getScene)
                .filter(scene -> scene.lookup("#error-dialog") != null)
                .findFirst()
                .orElse(null);
    }

    private static void fail() {
        if (Thread.currentThread().isAlive()) {
            throw new IllegalStateException("class A {}");
        }
    }
}
