package dev.quarry.e2e;

import static dev.quarry.e2e.Eventually.eventually;

import dev.quarry.preset.Preset;
import dev.quarry.sample.Pace;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// The window, an answer that replaces the input, and what a user does with the diff that opens.
abstract class DiffUser {
    static final String BEFORE = """
            class Add {
                int add(int a, int b) {
                    return a + b;
                }

                // one
                // two
                // three
                // four
                // five
                // six
                // seven
                // eight
                // nine

                int twice(int a) {
                    return a + a;
                }
            }
            """;
    static final String AFTER =
            BEFORE.replace("return a + b;", "return Math.addExact(a, b);").replace("a + a", "2 * a");

    @TempDir
    Path home;

    final FxRobot robot = new FxRobot();
    final AnsweringConnection connection = new AnsweringConnection();
    final ChosenFile dialogs = new ChosenFile();
    private SampleWindow window;
    Path file;

    void open(Stage shown) {
        window = new SampleWindow(
                shown,
                home,
                options -> options.kind() == null ? connection : SampleWindow.samples(Pace.AT_ONCE),
                dialogs);
        shown.setWidth(1000);
        shown.setHeight(900);
    }

    @BeforeEach
    void name() {
        file = home.resolve("Add.java");
    }

    @AfterEach
    void close() {
        robot.interact(window::close);
    }

    String label(String id) {
        return robot.lookup("#" + id).queryAs(Labeled.class).getText();
    }

    CodeArea area(String id) {
        return robot.lookup("#" + id).queryAs(CodeArea.class);
    }

    void choose(String item) {
        robot.interact(() -> menuItem(item).fire());
    }

    MenuItem menuItem(String item) {
        return MenuItems.find(robot, item);
    }

    void pickTask(String name) throws TimeoutException {
        eventually(() ->
                robot.lookup("#task-picker").<Preset>queryComboBox().getItems().size() > 1);
        robot.interact(() -> {
            ComboBox<Preset> picker = robot.lookup("#task-picker").queryComboBox();
            picker.setValue(picker.getItems().stream()
                    .filter(p -> p.name().equals(name))
                    .findFirst()
                    .orElseThrow());
        });
    }

    void openFile(String text, Charset charset, String mark) throws IOException, TimeoutException {
        Files.write(file, (mark + text).getBytes(charset));
        dialogs.file = file;
        eventually(() -> !area("input-editor").getText().isEmpty());
        choose("menu-open");
        eventually(() -> label("input-file").equals("Add.java"));
    }

    void refactor(String answer) throws TimeoutException {
        pickTask("Refactor");
        connection.answers.add("```java\n" + answer + (answer.endsWith("\n") ? "" : "\n") + "```\n");
        robot.interact(() -> robot.lookup("#run").queryButton().fire());
        diffIsOpen();
    }

    void diffIsOpen() throws TimeoutException {
        eventually(
                () -> robot.lookup("#diff-view").tryQuery().map(Node::isVisible).orElse(false)
                        && label("diff-place").startsWith("Hunk 1 ")
                        && robot.lookup("#diff-rows").query().isFocused());
    }

    String banner() {
        return robot.lookup("#diff-banner").query().isVisible() ? label("diff-banner-sentence") : "";
    }

    String onDisk() throws IOException {
        return Files.readString(file);
    }
}
