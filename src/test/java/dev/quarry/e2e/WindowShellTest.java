package dev.quarry.e2e;

import static dev.quarry.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.language.Language;
import dev.quarry.ui.window.WindowShell;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
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

/// The first moments of a start, in which there is an editor and nothing else.
@ExtendWith(ApplicationExtension.class)
class WindowShellTest {
    private static final List<String> PLACES = List.of("#input-editor", "#input", ".panes", "#centre");

    @TempDir
    Path home;

    private final FxRobot robot = new FxRobot();
    private WindowShell shell;
    private SampleWindow window;

    @Start
    void start(Stage stage) {
        shell = SampleWindow.shell(stage, home);
        stage.setWidth(1280);
        stage.setHeight(820);
    }

    @AfterEach
    void close() {
        if (window != null) {
            robot.interact(window::close);
        }
    }

    private void fill() throws TimeoutException {
        robot.interact(() -> window = new SampleWindow(shell, home));
        eventually(() -> robot.lookup("#status-outcome").queryAll().stream()
                .anyMatch(outcome -> outcome.getLayoutBounds().getWidth() > 0));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private CodeArea editor() {
        return robot.lookup("#input-editor").queryAs(CodeArea.class);
    }

    private List<Bounds> places() {
        return PLACES.stream()
                .map(place -> robot.lookup(place).queryAs(Node.class))
                .map(node -> node.localToScene(node.getLayoutBounds()))
                .toList();
    }

    @Test
    void whatIsTypedBeforeTheControlsAreThereStays() throws TimeoutException {
        robot.write("int x");
        fill();
        eventually(() -> robot.lookup("#task-picker").queryAs(ComboBox.class).getValue() != null);
        robot.write("yz");
        assertThat(editor().getText()).as("no example in its place").isEqualTo("int xyz");
    }

    @Test
    void whatIsPastedBeforeTheControlsAreThereHasItsLanguageGuessed() throws TimeoutException {
        robot.interact(() -> editor().replaceText("def add(a, b):\n    return a + b\n\n\nprint(add(1, 2))\n"));
        fill();
        eventually(
                () -> robot.lookup("#source-language").queryAs(ComboBox.class).getValue() instanceof Language language
                        && language.id().equals("python"));
    }

    @Test
    void nothingMovesWhenTheControlsCome() throws TimeoutException {
        robot.write("x"); // else an example comes, with scroll bars
        Screenshot.take(shell.stage().getScene(), "shell");
        var before = places();
        fill();
        assertThat(places()).isEqualTo(before);
        eventually(() -> robot.lookup("#task-picker").queryAs(ComboBox.class).getValue() != null);
        Screenshot.take(shell.stage().getScene(), "shell-filled");
    }
}
