package dev.quarry.ui.editor;

import dev.quarry.language.Language;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;

/// The keys that edit whole lines: Tab, Shift+Tab, Enter and the comment key.
final class EditorKeys {
    private final CodeArea area;
    private final Supplier<Language> language;

    EditorKeys(CodeArea area, Supplier<Language> language) {
        this.area = area;
        this.language = language;
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (!area.isEditable() || event.isAltDown()) {
            return;
        }
        var plain = !event.isShortcutDown() && !event.isControlDown();
        if (event.getCode() == KeyCode.TAB && plain) {
            tab(event.isShiftDown());
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && plain && !event.isShiftDown()) {
            apply(LineEdits.newLine(
                    area.getText(), start(), end(), language.get().indent()));
            event.consume();
        } else if (event.getCode() == KeyCode.SLASH && event.isShortcutDown()) {
            toggleComment();
            event.consume();
        }
    }

    private void tab(boolean back) {
        var unit = language.get().indent();
        if (back) {
            apply(LineEdits.outdent(area.getText(), start(), end(), unit.equals("\t") ? 4 : unit.length()));
        } else if (!area.getSelectedText().isEmpty()) {
            apply(LineEdits.indent(area.getText(), start(), end(), unit));
        } else {
            area.replaceSelection(unit);
        }
    }

    void toggleComment() {
        var mark = language.get().comments().line();
        if (!mark.isEmpty() && area.isEditable()) {
            apply(LineEdits.toggleComment(area.getText(), start(), end(), mark));
        }
    }

    private int start() {
        return area.getSelection().getStart();
    }

    private int end() {
        return area.getSelection().getEnd();
    }

    private void apply(LineEdits.Edit edit) {
        area.replaceText(edit.start(), edit.end(), edit.replacement());
        area.selectRange(edit.anchor(), edit.caret());
        area.requestFollowCaret();
    }
}
