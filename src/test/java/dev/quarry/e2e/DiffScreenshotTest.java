package dev.quarry.e2e;

import static dev.quarry.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.sample.Pace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
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

/// Takes the pictures of the diff. They are looked at by people; here only that there is something to see.
@ExtendWith(ApplicationExtension.class)
class DiffScreenshotTest {

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

    private void choose(String title) {
        MenuItems.choose(robot, title);
    }

    @Test
    void theDiffInBothThemesAndLayouts() throws TimeoutException, IOException {
        eventually(() -> label("connection").startsWith("Samples"));
        eventually(() ->
                !robot.lookup("#input-editor").queryAs(CodeArea.class).getText().isEmpty()); // the samples are there
        choose("Refactor a shipping calculator in Java");
        robot.interact(() -> robot.lookup("#run").queryButton().fire());
        eventually(
                () -> robot.lookup("#diff-view").tryQuery().map(Node::isVisible).orElse(false)
                        && label("diff-place").startsWith("Hunk 1"));
        eventually(() -> !robot.lookup(".diff-line .keyword").queryAll().isEmpty());
        robot.push(KeyCode.A);
        robot.push(KeyCode.F7);
        for (var theme : new String[] {"light", "dark"}) {
            choose("menu-theme-" + theme);
            picture("diff-" + theme, 1280, 820);
            picture("diff-" + theme + "-small", 900, 640);
            choose("menu-unified");
            picture("diff-unified-" + theme, 1280, 820);
            choose("menu-unified");
            choose("menu-safe-colours");
            choose("menu-result");
            picture("diff-safe-" + theme, 1280, 820);
            choose("menu-safe-colours");
            choose("menu-result");
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
