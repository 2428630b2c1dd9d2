package dev.quarry.e2e;

import static dev.quarry.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.sample.SampleLibrary;
import dev.quarry.ui.control.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The diff that opens, and the decisions by keyboard.
@ExtendWith(ApplicationExtension.class)
class DiffReviewTest extends DiffUser {

    @Start
    void start(Stage shown) {
        open(shown);
    }

    @Test
    void theRefactorSampleIsReviewedByKeyboard() throws TimeoutException, IOException {
        var sample = SampleLibrary.bundled().samples().stream()
                .filter(s -> s.task().equals("Refactor") && s.language().equals("java"))
                .findFirst()
                .orElseThrow();
        robot.interact(() -> {
            var picker = robot.lookup("#connection").queryAs(javafx.scene.control.MenuButton.class);
            picker.getItems().stream()
                    .filter(item -> Texts.of("connection.useSamples").equals(item.getText()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
        });
        eventually(() -> label("connection").startsWith("Samples"));
        file = home.resolve("ShippingCalculator.java");
        Files.writeString(file, sample.input());
        dialogs.file = file;
        choose("menu-open");
        eventually(() -> label("input-file").equals("ShippingCalculator.java"));
        pickTask("Refactor");
        robot.interact(() -> robot.lookup("#run").queryButton().fire());
        diffIsOpen();

        robot.push(KeyCode.A);
        robot.push(KeyCode.F7);
        assertThat(label("diff-place")).isEqualTo("Hunk 2 of 2 · 1 decided");
        robot.push(KeyCode.R);
        choose("menu-apply-file");
        eventually(() -> banner().startsWith("Written to"));

        assertThat(onDisk()).contains("GIFT_WRAP_CENTS = 350").contains("// returns cents");
    }

    @Test
    void everyDecisionIsUndoneAndRedone() throws TimeoutException, IOException {
        openFile(BEFORE, StandardCharsets.UTF_8, "");
        refactor(AFTER);
        robot.push(KeyCode.A);
        choose("menu-reject-all");
        assertThat(label("diff-apply")).isEqualTo("Apply 0 of 2");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(label("diff-apply")).isEqualTo("Apply 1 of 2");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(label("diff-apply")).isEqualTo("Apply all");
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        assertThat(label("diff-apply")).isEqualTo("Apply 1 of 2");
    }

    @Test
    void singleLinesAreAccepted() throws TimeoutException, IOException {
        openFile("first\nold one\nold two\nlast\n", StandardCharsets.UTF_8, "");
        refactor("first\nnew one\nnew two\nlast\n");
        robot.push(KeyCode.SHIFT, KeyCode.A);
        choose("menu-copy-result");
        eventually(() -> banner().contains("clipboard"));
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertThat(copied[0]).isEqualTo("first\nnew one\nold two\nlast\n");
    }

    @Test
    void foldsOpenByKeyboard() throws TimeoutException, IOException {
        openFile(BEFORE, StandardCharsets.UTF_8, "");
        refactor(AFTER);
        ListView<Object> rows = robot.lookup("#diff-rows").queryListView();
        var before = rows.getItems().size();
        while (!rows.getSelectionModel().getSelectedItem().toString().startsWith("Closed")) {
            assertThat(rows.getSelectionModel().getSelectedIndex()).isLessThan(before - 1);
            robot.push(KeyCode.DOWN);
        }
        robot.push(KeyCode.ENTER);
        assertThat(rows.getItems().size()).isGreaterThan(before + 1);
    }

    @Test
    void oneColumnShowsTheSameHunks() throws TimeoutException, IOException {
        openFile(BEFORE, StandardCharsets.UTF_8, "");
        refactor(AFTER);
        ListView<Object> rows = robot.lookup("#diff-rows").queryListView();
        var sideBySide = rows.getItems().size();
        choose("menu-unified");
        assertThat(rows.getItems()).hasSize(sideBySide + 2);
        assertThat(label("diff-place")).isEqualTo("Hunk 1 of 2");
    }

    @Test
    void comparesAnEarlierAnswerWithTheClipboard() throws TimeoutException, IOException {
        openFile(BEFORE, StandardCharsets.UTF_8, "");
        refactor(AFTER);
        robot.interact(() -> {
            var content = new javafx.scene.input.ClipboardContent();
            content.putString(BEFORE);
            Clipboard.getSystemClipboard().setContent(content);
            ComboBox<Object> left = robot.lookup("#diff-left").queryComboBox();
            ComboBox<Object> right = robot.lookup("#diff-right").queryComboBox();
            assertThat(names(left)).startsWith("Input", "Output", "Add.java on disk", "Clipboard");
            left.setValue(left.getItems().getLast());
            right.setValue(right.getItems().get(3));
        });
        eventually(() -> label("diff-place").startsWith("Hunk 1 of 2"));
        assertThat(robot.lookup("#diff-left").queryComboBox().getValue().toString())
                .startsWith("Refactor, ");
    }

    private static List<String> names(ComboBox<Object> box) {
        return box.getItems().stream().map(Object::toString).toList();
    }

    @Test
    void oneHunkIsWrittenAgainAndTheOthersStayDecided() throws TimeoutException, IOException, InterruptedException {
        openFile(BEFORE, StandardCharsets.UTF_8, "");
        refactor(AFTER);
        robot.push(KeyCode.F7);
        robot.push(KeyCode.A);
        robot.push(KeyCode.F7);
        connection.asked.clear();
        connection.answers.add("```java\n        return Integer.sum(a, b);\n```\n");
        choose("menu-redo-hunk");
        eventually(() -> robot.lookup("#redo-note").query().isFocused());
        robot.write("use the library").push(KeyCode.ENTER);
        eventually(() -> !robot.lookup("#redo-bar").query().isVisible());
        eventually(() -> label("diff-place").equals("Hunk 1 of 2 · 1 decided"));

        var asked = connection.asked.poll(30, TimeUnit.SECONDS);
        assertThat(asked.messages()).hasSize(3);
        assertThat(asked.messages().getLast().text())
                .contains("What I want instead: use the library")
                .contains("Math.addExact")
                .doesNotContain("2 * a");
        choose("menu-accept-all");
        choose("menu-apply-file");
        eventually(() -> banner().startsWith("Written to"));
        assertThat(onDisk()).isEqualTo(AFTER.replace("Math.addExact(a, b)", "Integer.sum(a, b)"));
    }

    @Test
    void hunkStaysWhenItsNewAnswerDoesNotCome() throws TimeoutException, IOException {
        openFile(BEFORE, StandardCharsets.UTF_8, "");
        refactor(AFTER);
        choose("menu-redo-hunk");
        eventually(() -> robot.lookup("#redo-note").query().isFocused());
        robot.push(KeyCode.ENTER);
        eventually(() -> banner().equals("The test has no more answers."));
        assertThat(label("diff-place")).isEqualTo("Hunk 1 of 2");
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#redo-bar").query().isVisible()).isFalse();
        assertThat(robot.lookup("#diff-rows").query().isFocused()).isTrue();
    }
}
