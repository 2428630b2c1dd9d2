package dev.quarry.e2e;

import static dev.quarry.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.sample.Pace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Takes the pictures of the README. They are looked at by people; here only that there is something to see.
@ExtendWith(ApplicationExtension.class)
class ScreenshotTest {

    @TempDir
    Path home;

    private final FxRobot robot = new FxRobot();
    private SampleWindow window;
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        window = new SampleWindow(shown, home, Pace.AT_ONCE);
        shown.setWidth(1280);
        shown.setHeight(820);
    }

    @AfterEach
    void close() {
        robot.interact(window::close);
    }

    private String label(String id) {
        return robot.lookup("#" + id).queryAs(Labeled.class).getText();
    }

    private void choose(String menuItemId) {
        MenuItems.choose(robot, menuItemId);
    }

    @Test
    void theMainJobInBothThemesAndTwoSizes() throws TimeoutException, IOException {
        eventually(() ->
                !robot.lookup("#input-editor").queryAs(CodeArea.class).getText().isEmpty());
        eventually(() -> label("connection").startsWith("Samples"));
        robot.interact(() -> robot.lookup("#run").queryButton().fire());
        eventually(() -> label("status-outcome").startsWith("Complete"));
        robot.interact(
                () -> robot.lookup("#output-editor").queryAs(CodeArea.class).showParagraphAtTop(0));
        // Colours come from a background thread, a moment after the text.
        eventually(() -> {
            var area = robot.lookup("#output-editor").queryAs(CodeArea.class);
            return area.getStyleSpans(0, Math.min(area.getLength(), 200)).getSpanCount() > 1;
        });
        for (var theme : new String[] {"light", "dark"}) {
            choose("menu-theme-" + theme);
            picture("translate-" + theme, 1280, 820);
            picture("translate-" + theme + "-small", 900, 640);
            robot.interact(() ->
                    robot.lookup("#tab-answer").queryAs(ToggleButton.class).fire());
            picture("answer-" + theme, 1280, 820);
            robot.interact(
                    () -> robot.lookup("#tab-code").queryAs(ToggleButton.class).fire());
        }
    }

    private void picture(String name, int width, int height) throws IOException {
        robot.interact(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        var file = Screenshot.take(stage.getScene(), name);
        assertThat(Files.size(file)).isGreaterThan(10_000);
    }
}
