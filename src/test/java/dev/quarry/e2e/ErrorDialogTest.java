package dev.quarry.e2e;

import static dev.quarry.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.fault.ErrorReport;
import dev.quarry.fault.UncaughtErrors;
import dev.quarry.run.Connections;
import dev.quarry.sample.Pace;
import dev.quarry.ui.fx.FxThread;
import dev.quarry.ui.window.ErrorDialog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What a user sees of an error in Quarry itself, over the real window.
@ExtendWith(ApplicationExtension.class)
class ErrorDialogTest {
    private static final String TYPED = "class Payroll { int salaryOf(String name) { return 1; } }";

    @TempDir
    Path home;

    private final FxRobot robot = new FxRobot();
    private final UncaughtErrors errors = new UncaughtErrors();
    private SampleWindow window;

    @Start
    void start(Stage stage) throws IOException {
        Files.writeString(home.resolve("settings.json"), "{\"lastTask\": \"Explain\"}");
        window = new SampleWindow(stage, home, (Connections) options -> SampleWindow.samples(Pace.AT_ONCE));
        stage.setWidth(1280);
        stage.setHeight(820);
        var dialog = new ErrorDialog(stage);
        errors.showTo(report -> FxThread.LATER.execute(() -> dialog.show(report)));
    }

    @AfterEach
    void close() {
        robot.interact(window::close);
    }

    @Test
    void anErrorIsToldWithAReportThatCanBeCopiedAndHoldsNothingOfTheUsers() throws TimeoutException {
        robot.interact(() -> input().replaceText(TYPED));

        fail("salaryOf(" + TYPED + ")");
        eventually(() -> robot.lookup("#error-report").tryQuery().isPresent());
        var report =
                robot.lookup("#error-report").queryAs(TextInputControl.class).getText();
        assertThat(report)
                .contains("java.lang.IllegalStateException")
                .contains(ErrorDialogTest.class.getSimpleName())
                .doesNotContain("salaryOf")
                .doesNotContain("Payroll")
                .doesNotContain(home.toString());
        robot.interact(() -> robot.lookup("#error-copy").queryAs(Button.class).fire());
        var copied = WaitForAsyncUtils.waitForAsyncFx(
                5_000, () -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).isEqualTo(report);
        assertThat(input().getText()).isEqualTo(TYPED);
    }

    @Test
    void furtherErrorsAreCountedInTheSameDialog() throws TimeoutException {
        fail("first");
        eventually(() -> robot.lookup("#error-dialog").tryQuery().isPresent());
        errors.uncaughtException(Thread.currentThread(), new ArithmeticException("second"));
        errors.uncaughtException(Thread.currentThread(), new UnsupportedOperationException("third"));

        eventually(() ->
                robot.lookup("#error-more").queryAs(Labeled.class).getText().startsWith("2 more errors"));
        assertThat(robot.lookup("#error-dialog").queryAll()).hasSize(1);
    }

    @Test
    void theDialogInBothThemes() throws TimeoutException {
        fail("seen");
        eventually(() -> robot.lookup("#error-dialog").tryQuery().isPresent());
        Screenshot.take(scene(), "error-light");
        robot.interact(() -> {
            var dark = scene().getStylesheets().stream()
                    .map(sheet -> sheet.replace("light.css", "dark.css"))
                    .toList();
            scene().getStylesheets().setAll(dark);
        });
        Screenshot.take(scene(), "error-dark");
        assertThat(scene().getHeight()).isLessThan(600);
    }

    @Test
    void aFailedStartIsToldBeforeThereIsAWindow() throws TimeoutException {
        var report = ErrorReport.of(Thread.currentThread(), new IllegalStateException("start"));
        var read = new CountDownLatch(1);
        FxThread.LATER.execute(() -> {
            new ErrorDialog(null).showFailedStart(report);
            read.countDown();
        });
        eventually(() -> robot.lookup("#error-dialog").tryQuery().isPresent());
        Screenshot.take(scene(), "error-start");
        assertThat(robot.lookup("#error-sentence").queryAs(Labeled.class).getText())
                .contains("Start it again");

        robot.interact(() -> ((Stage) scene().getWindow()).close());
        eventually(() -> read.getCount() == 0);
    }

    private void fail(String message) {
        errors.uncaughtException(Thread.currentThread(), new IllegalStateException(message));
    }

    private CodeArea input() {
        return robot.lookup("#input-editor").queryAs(CodeArea.class);
    }

    private Scene scene() {
        return robot.lookup("#error-dialog").query().getScene();
    }
}
