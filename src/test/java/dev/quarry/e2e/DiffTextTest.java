package dev.quarry.e2e;

import static dev.quarry.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The text of the diff: found, selected, copied.
@ExtendWith(ApplicationExtension.class)
class DiffTextTest extends DiffUser {

    @Start
    void start(Stage shown) {
        open(shown);
    }

    @BeforeEach
    void openTheDiff() throws TimeoutException, IOException {
        openFile(BEFORE, StandardCharsets.UTF_8, "");
        refactor(AFTER);
    }

    @Test
    void findGoesFromMatchToMatchAndOpensFolds() throws TimeoutException {
        ListView<Object> rows = robot.lookup("#diff-rows").queryListView();
        var folded = rows.getItems().size();
        robot.push(KeyCode.CONTROL, KeyCode.F);
        eventually(() -> robot.lookup("#diff-find-what").query().isFocused());
        robot.write("(int a");
        eventually(() -> label("diff-find-count").equals("2 of 2")); // the first from the current hunk on
        assertThat(rows.getItems()).hasSize(folded);
        assertThat(rows.getSelectionModel().getSelectedItem().toString()).contains("left=15");
        robot.push(KeyCode.ENTER);
        assertThat(label("diff-find-count")).isEqualTo("1 of 2");
        assertThat(rows.getSelectionModel().getSelectedItem().toString()).contains("left=1,");

        robot.interact(
                () -> robot.lookup("#diff-find-what").queryTextInputControl().setText("five"));
        eventually(() -> label("diff-find-count").equals("1 of 1"));
        assertThat(rows.getItems().size()).isGreaterThan(folded);
        assertThat(rows.getSelectionModel().getSelectedItem().toString()).contains("left=9");
        assertThat(robot.lookup(".diff-content .found-current").queryAll()).hasSize(2);
        assertThat(robot.lookup("#diff-find-what").query().isFocused()).isTrue();

        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#diff-find").query().isVisible()).isFalse();
        assertThat(robot.lookup("#diff-rows").query().isFocused()).isTrue();
        assertThat(robot.lookup(".diff-content .found-current").queryAll()).isEmpty();
    }

    @Test
    void findSeesBothSidesOfAChangeInBothLayouts() throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.F);
        eventually(() -> robot.lookup("#diff-find-what").query().isFocused());
        robot.write("return");
        eventually(() -> label("diff-find-count").endsWith(" of 4"));
        choose("menu-unified");
        eventually(() -> label("diff-find-count").endsWith(" of 4"));
        robot.interact(
                () -> robot.lookup("#diff-find-what").queryTextInputControl().setText("nowhere"));
        eventually(() -> label("diff-find-count").equals("No match"));
    }

    @Test
    void textOfOneSideIsSelectedByDraggingAndCopied() {
        var from = bounds("return");
        var to = bounds("}");
        robot.drag(new Point2D(from.getMinX() + 1, middle(from)), MouseButton.PRIMARY)
                .dropTo(new Point2D(to.getMaxX() - 1, middle(to)));
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertThat(copied()).isEqualTo("return a + b;\n    }");
        robot.push(KeyCode.DOWN);
        assertThat(robot.lookup(".diff-content .selected-text").queryAll()).isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertThat(copied()).endsWith("\n").doesNotContain("return");
    }

    @Test
    void twoClicksSelectAWordAndThreeTheLine() {
        var word = bounds("return");
        var at = new Point2D(word.getMinX() + 12, middle(word));
        robot.moveTo(at).doubleClickOn(MouseButton.PRIMARY);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertThat(copied()).isEqualTo("return");
        robot.clickOn(MouseButton.PRIMARY);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertThat(copied()).isEqualTo("        return a + b;");
    }

    /// Where a piece of text is, once it stays there.
    private Bounds bounds(String text) {
        var seen = place(text);
        for (var again = place(text); !again.equals(seen); again = place(text)) {
            seen = again;
        }
        return seen;
    }

    /// Of the first piece on the left that begins with that text, on the screen.
    private Bounds place(String text) {
        WaitForAsyncUtils.waitForFxEvents();
        var found = new Bounds[1];
        robot.interact(() -> found[0] = robot.lookup(".diff-content .text").<Text>queryAll().stream()
                .filter(piece -> piece.getText().strip().startsWith(text))
                .map(piece -> {
                    var blanks = piece.getText().length()
                            - piece.getText().stripLeading().length();
                    var whole = piece.localToScreen(piece.getLayoutBounds());
                    var character = whole.getWidth() / piece.getText().length();
                    return (Bounds) new javafx.geometry.BoundingBox(
                            whole.getMinX() + blanks * character,
                            whole.getMinY(),
                            whole.getWidth() - blanks * character,
                            whole.getHeight());
                })
                .min(java.util.Comparator.comparingDouble(Bounds::getMinY).thenComparingDouble(Bounds::getMinX))
                .orElseThrow());
        return found[0];
    }

    private static double middle(Bounds bounds) {
        return (bounds.getMinY() + bounds.getMaxY()) / 2;
    }

    private String copied() {
        var copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        return copied[0];
    }
}
