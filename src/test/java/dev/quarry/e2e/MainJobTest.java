package dev.quarry.e2e;

import static dev.quarry.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.language.Languages;
import dev.quarry.preset.Preset;
import dev.quarry.sample.Pace;
import dev.quarry.sample.SampleConnection;
import dev.quarry.sample.SampleLibrary;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The main job by mouse and keyboard, over real HTTP and real event-stream frames.
@ExtendWith(ApplicationExtension.class)
class MainJobTest {

    @TempDir
    Path home;

    private final FxRobot robot = new FxRobot();
    private SampleWindow window;
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        window = new SampleWindow(shown, home, Pace.OF_A_MODEL);
        shown.setWidth(1000);
        shown.setHeight(760);
    }

    @AfterEach
    void close() {
        robot.interact(window::close);
    }

    private CodeArea area(String id) {
        return robot.lookup("#" + id).queryAs(CodeArea.class);
    }

    private String text(String id) {
        return area(id).getText();
    }

    private String status() {
        return robot.lookup("#status-outcome").queryAs(Labeled.class).getText();
    }

    private void connected() throws TimeoutException {
        eventually(() ->
                robot.lookup("#connection").queryAs(Labeled.class).getText().equals(SampleConnection.LABEL));
    }

    @Test
    void pasteCodePickTranslateWatchItArriveStopAndRunAgain() throws TimeoutException {
        connected();
        var sample = SampleLibrary.bundled().opening();
        eventually(() -> text("input-editor").equals(sample.input()));

        // Paste it once more, as a user would who brings code of their own.
        robot.interact(() -> {
            area("input-editor").clear();
            var content = new ClipboardContent();
            content.putString(sample.input());
            Clipboard.getSystemClipboard().setContent(content);
        });
        robot.clickOn("#input-editor").push(KeyCode.CONTROL, KeyCode.V);
        eventually(() -> text("input-editor").equals(sample.input()));
        ComboBox<Preset> picker = robot.lookup("#task-picker").queryComboBox();
        robot.interact(() -> picker.setValue(picker.getItems().stream()
                .filter(p -> p.name().equals(sample.task()))
                .findFirst()
                .orElseThrow()));
        robot.interact(() -> robot.lookup("#source-language")
                .<Object>queryComboBox()
                .setValue(Languages.named(sample.language()).orElseThrow()));

        robot.clickOn("#run");
        eventually(() -> !text("output-editor").isEmpty());
        assertThat(status()).startsWith("Writing");
        robot.clickOn("#stop");
        eventually(() -> status().startsWith("Stopped"));
        var part = text("output-editor");
        assertThat(part).isNotEmpty();

        robot.clickOn("#run");
        eventually(() -> status().startsWith("Complete"));
        var whole = text("output-editor");
        assertThat(whole).startsWith(part).hasSizeGreaterThan(part.length());
        assertThat(sample.answer()).contains(whole);
        assertThat(robot.lookup("#output-banner-sentence")
                        .queryAs(Labeled.class)
                        .getText())
                .isEqualTo(SampleConnection.NOTICE);
        assertThat(robot.lookup("#status-tokens").queryAs(Labeled.class).getText())
                .contains(" in ")
                .contains(" out ");
        assertThat(stage.isShowing()).isTrue();
    }

    @Test
    void codeThatIsNoSampleIsAnsweredByTheWaysToConnect() throws TimeoutException {
        connected();
        eventually(() -> !text("input-editor").isEmpty());
        robot.interact(() -> area("input-editor").replaceText("print('my own code')\n"));
        robot.clickOn("#run");
        eventually(() -> status().startsWith("Failed"));
        assertThat(robot.lookup("#output-banner-sentence")
                        .queryAs(Labeled.class)
                        .getText())
                .contains("No model is connected");
        assertThat(text("input-editor")).isEqualTo("print('my own code')\n");
    }
}
