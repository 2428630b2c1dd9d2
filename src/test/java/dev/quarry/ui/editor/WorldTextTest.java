package dev.quarry.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.language.Languages;
import dev.quarry.language.lexer.LexerHighlighter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.GenericStyledArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Text that is more than one character a key, more than one unit a character, or runs the other way.
@ExtendWith(ApplicationExtension.class)
class WorldTextTest {
    private static final String SMILE = "\uD83D\uDE00";
    private static final String SHALOM = "\u05E9\u05DC\u05D5\u05DD";

    private final FxRobot robot = new FxRobot();
    private CodeEditor editor;
    private CodeArea area;

    @Start
    void start(Stage stage) {
        editor = CodeEditor.editable("world", new LexerHighlighter());
        editor.languageProperty().set(Languages.named("java").orElseThrow());
        area = editor.area();
        stage.setScene(new Scene(editor, 600, 400));
        stage.show();
    }

    @AfterEach
    void close() {
        robot.interact(editor::close);
    }

    @Test
    void composedTextGivesWayToWhatIsCommitted() {
        show("var name = ;");
        robot.interact(() -> {
            area.moveTo(11);
            compose("\u306B", "");
            compose("\u306B\u307B", "");
        });
        assertThat(editor.text()).isEqualTo("var name = \u306B\u307B;");

        robot.interact(() -> compose("", "\u65E5\u672C"));

        assertThat(editor.text()).isEqualTo("var name = \u65E5\u672C;");
        assertThat(area.getCaretPosition()).isEqualTo(13);
    }

    @Test
    void composedTextThatIsGivenUpLeavesNothing() {
        show("a");
        robot.interact(() -> {
            area.moveTo(1);
            compose("\u306B", "");
            compose("", "");
        });

        assertThat(editor.text()).isEqualTo("a");
    }

    @Test
    void composedTextTakesThePlaceOfTheSelection() {
        show("one two");
        robot.interact(() -> {
            area.selectRange(4, 7);
            compose("", "\uD55C");
        });

        assertThat(editor.text()).isEqualTo("one \uD55C");
    }

    @Test
    void readOnlyTextTakesNoComposedText() {
        show("a");
        robot.interact(() -> {
            area.setEditable(false);
            compose("\u306B", "\u306B");
        });

        assertThat(editor.text()).isEqualTo("a");
    }

    @Test
    void theCaretStepsOverBothHalvesOfACharacter() {
        show("a" + SMILE + "b");
        robot.interact(() -> {
            area.moveTo(1);
            press(KeyCode.RIGHT, false);
        });
        assertThat(area.getCaretPosition()).isEqualTo(3);

        robot.interact(() -> press(KeyCode.LEFT, false));

        assertThat(area.getCaretPosition()).isEqualTo(1);
    }

    @Test
    void theSelectionTakesBothHalvesOfACharacter() {
        show("a" + SMILE + "b");
        robot.interact(() -> {
            area.moveTo(1);
            press(KeyCode.RIGHT, true);
        });

        assertThat(area.getSelectedText()).isEqualTo(SMILE);
    }

    @Test
    void backspaceAndDeleteTakeBothHalvesOfACharacter() {
        show("a" + SMILE + SMILE + "b");
        robot.interact(() -> {
            area.moveTo(3);
            press(KeyCode.BACK_SPACE, false);
        });
        assertThat(editor.text()).isEqualTo("a" + SMILE + "b");

        robot.interact(() -> press(KeyCode.DELETE, false));

        assertThat(editor.text()).isEqualTo("ab");
    }

    @Test
    void piecesThatCutACharacterInTwoMakeItWhole() throws Exception {
        var text = "String s = \"" + SMILE + "\"; // " + SMILE;
        robot.interact(() -> {
            for (var i = 0; i < text.length(); i++) {
                editor.append(text.substring(i, i + 1));
            }
            editor.endOfStream();
        });

        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, editor::isRead));
        assertThat(editor.text()).isEqualTo(text);
        assertThat(area.getStyleAtPosition(14)).containsExactly("string");
        assertThat(area.getStyleAtPosition(text.length())).containsExactly("comment");
    }

    @Test
    void textThatRunsTheOtherWayIsShownAndEditedInItsOrder() {
        show("var x = \"" + SHALOM + "\";");
        robot.interact(() -> {
            area.moveTo(13);
            area.replaceSelection("\u05D0");
            press(KeyCode.BACK_SPACE, false);
            press(KeyCode.BACK_SPACE, false);
        });

        assertThat(editor.text()).isEqualTo("var x = \"" + SHALOM.substring(0, 3) + "\";");
        var first = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> area.getCharacterBoundsOnScreen(9, 10));
        var second = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> area.getCharacterBoundsOnScreen(10, 11));
        assertThat(first).isPresent();
        assertThat(second).isPresent();
        assertThat(second.get().getMinX()).isLessThan(first.get().getMinX());
    }

    @Test
    void selectingTextThatRunsTheOtherWayTakesItInItsOrder() {
        show(SHALOM + " abc");
        robot.interact(() -> {
            area.moveTo(0);
            area.selectRange(0, 2);
        });

        assertThat(area.getSelectedText()).isEqualTo(SHALOM.substring(0, 2));
    }

    private void show(String text) {
        robot.interact(() -> editor.replaceAll(text));
    }

    private void press(KeyCode code, boolean shift) {
        area.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false));
    }

    /// The headless platform has no input methods, so the area does not listen for them there: it is told directly.
    private void compose(String composed, String committed) {
        var runs = composed.isEmpty()
                ? List.<InputMethodTextRun>of()
                : List.of(new InputMethodTextRun(composed, InputMethodHighlight.UNSELECTED_RAW));
        var event =
                new InputMethodEvent(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, runs, committed, composed.length());
        if (area.getOnInputMethodTextChanged() != null) {
            area.fireEvent(event);
            return;
        }
        try {
            var handler = GenericStyledArea.class.getDeclaredMethod("handleInputMethodEvent", InputMethodEvent.class);
            handler.setAccessible(true);
            handler.invoke(area, event);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
