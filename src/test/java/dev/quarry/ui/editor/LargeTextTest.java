package dev.quarry.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.language.Languages;
import dev.quarry.language.lexer.LexerHighlighter;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class LargeTextTest {
    private static final int LINES = 20_000;
    private static final String TEXT = "class A {\n" + "    int count = 1; // one\n".repeat(LINES) + "}\n";

    private final FxRobot robot = new FxRobot();
    private CodeEditor editor;
    private CodeArea area;

    @Start
    void start(Stage stage) {
        editor = CodeEditor.editable("large", new LexerHighlighter());
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
    void theFirstLinesAreColouredAtOnceAndTheOthersFollow() throws Exception {
        robot.interact(() -> {
            editor.replaceAll(TEXT);
            assertThat(area.getParagraphs()).hasSizeLessThan(LINES);
            assertThat(area.getStyleAtPosition(2)).containsExactly("keyword");
            assertThat(editor.text()).isEqualTo(TEXT);
        });

        eventually(editor::isRead);

        assertThat(area.getText()).isEqualTo(TEXT);
        assertThat(area.isEditable()).isTrue();
        assertThat(editor.errors()).isEmpty();
    }

    @Test
    void aTextThatTakesItsPlaceBeforeAllIsInIsTheOneThatStays() throws Exception {
        robot.interact(() -> {
            editor.replaceAll(TEXT);
            editor.replaceAll("int a;\n");
        });

        eventually(editor::isRead);

        assertThat(area.getText()).isEqualTo("int a;\n");
        assertThat(area.isEditable()).isTrue();
    }

    @Test
    void linesFarFromTheViewAreColouredWhenTheCaretGoesThere() throws Exception {
        robot.interact(() -> editor.replaceAll(TEXT));
        eventually(editor::isRead);

        robot.interact(() -> area.moveTo(LINES / 2, 0));

        eventually(() -> area.getStyleSpans(LINES / 2).getSpanCount() > 3);
        assertThat(area.lastVisibleParToAllParIndex()).isLessThan(LINES / 2);
    }

    @Test
    void theKeysForLinesKnowTheirPlaceInALongText() throws Exception {
        robot.interact(() -> editor.replaceAll(TEXT));
        eventually(editor::isRead);

        robot.interact(() -> {
            area.moveTo(LINES / 2, 18);
            press(KeyCode.ENTER, false);
            press(KeyCode.TAB, true);
        });

        assertThat(area.getText(LINES / 2)).isEqualTo("    int count = 1;");
        assertThat(area.getText(LINES / 2 + 1)).isEqualTo(" // one");
        assertThat(area.getCurrentParagraph()).isEqualTo(LINES / 2 + 1);
        assertThat(area.getCaretColumn()).isZero();
    }

    private void press(KeyCode code, boolean shift) {
        area.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false));
    }

    private static void eventually(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition));
    }
}
