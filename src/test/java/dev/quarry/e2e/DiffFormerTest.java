package dev.quarry.e2e;

import static dev.quarry.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.diff.Whitespace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What was decided outlives another comparison, and how differences are looked at outlives the window.
@ExtendWith(ApplicationExtension.class)
class DiffFormerTest extends DiffUser {
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        open(shown);
    }

    private void pick(String id, int index) {
        robot.interact(() -> {
            ComboBox<Object> box = robot.lookup("#" + id).queryComboBox();
            box.setValue(box.getItems().get(index));
        });
    }

    private Object picked(String id) {
        return robot.lookup("#" + id).queryComboBox().getValue();
    }

    @Test
    void decisionsComeBackAfterAnotherTextWasChosen() throws TimeoutException, IOException {
        openFile(BEFORE, StandardCharsets.UTF_8, "");
        refactor(AFTER);
        var left = picked("diff-left");
        robot.push(KeyCode.R);
        robot.push(KeyCode.F7);
        robot.push(KeyCode.A);
        pick("diff-left", 1); // the output, against itself
        eventually(() -> banner().startsWith("What you decided belongs"));
        assertThat(label("diff-place")).isEqualTo("No changes");

        robot.interact(() -> robot.lookup("#diff-banner .button").<Button>queryAll().stream()
                .filter(b -> b.getText() != null && b.getText().startsWith("Bring"))
                .findFirst()
                .orElseThrow()
                .fire());
        assertThat(label("diff-place")).isEqualTo("Hunk 1 of 2 · 2 decided");
        assertThat(label("diff-apply")).isEqualTo("Apply 1 of 2");
        assertThat(picked("diff-left")).isEqualTo(left);
        assertThat(banner()).isEmpty();
        choose("menu-undo-decision");
        assertThat(label("diff-apply")).isEqualTo("Apply 0 of 2");
    }

    @Test
    void comparingTheSameTextsAgainKeepsWhatWasDecided() throws TimeoutException, IOException {
        openFile(BEFORE, StandardCharsets.UTF_8, "");
        refactor(AFTER);
        robot.push(KeyCode.A);
        choose("menu-compare-again");
        eventually(() -> !menuItem("menu-compare-again").isDisable());
        assertThat(label("diff-place")).isEqualTo("Hunk 1 of 2 · 1 decided");
        assertThat(banner()).isEmpty();
    }

    @Test
    void anEditOfTheResultComesBackByUndo() throws TimeoutException, IOException {
        openFile(BEFORE, StandardCharsets.UTF_8, "");
        refactor(AFTER);
        choose("menu-result");
        robot.interact(() -> area("result-editor").replaceText("mine\n"));
        pick("diff-right", 2); // the file
        eventually(() -> banner().startsWith("What you decided belongs"));
        choose("menu-undo-decision");
        assertThat(area("result-editor").getText()).isEqualTo("mine\n");
        assertThat(picked("diff-right")).hasToString("Output");
    }

    @Test
    void decisionsWithoutAPlaceInAnotherModeComeBackWithTheirMode() throws TimeoutException, IOException {
        openFile("first\n  second\nthird\n", StandardCharsets.UTF_8, "");
        refactor("first\nsecond\nthird\n");
        robot.push(KeyCode.R);
        robot.interact(() ->
                robot.lookup("#diff-whitespace").<Whitespace>queryComboBox().setValue(Whitespace.IGNORE_ALL));
        eventually(() -> banner().startsWith("One decision or edit has no place"));
        choose("menu-undo-decision");
        assertThat(label("diff-place")).isEqualTo("Hunk 1 of 1 · 1 decided");
        assertThat(picked("diff-whitespace")).isEqualTo(Whitespace.KEEP);
    }

    @Test
    void theLookIsTheSameAtTheNextStart() throws TimeoutException, IOException {
        openFile(BEFORE, StandardCharsets.UTF_8, "");
        refactor(AFTER);
        choose("menu-unified");
        choose("menu-safe-colours");
        robot.interact(() ->
                robot.lookup("#diff-whitespace").<Whitespace>queryComboBox().setValue(Whitespace.IGNORE_TRAILING));
        robot.interact(() -> {
            close();
            stage.hide();
            open(stage);
        });
        openFile(BEFORE, StandardCharsets.UTF_8, "");
        refactor(AFTER);
        robot.interact(() -> assertThat(robot.lookup("#diff-view").query().getPseudoClassStates())
                .extracting(Object::toString)
                .contains("safe-colours"));
        assertThat(picked("diff-whitespace")).isEqualTo(Whitespace.IGNORE_TRAILING);
        assertThat(robot.lookup("#diff-unified")
                        .queryAs(javafx.scene.control.ToggleButton.class)
                        .isSelected())
                .isTrue();
    }
}
