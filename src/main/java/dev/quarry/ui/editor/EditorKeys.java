package dev.quarry.ui.editor;

import dev.quarry.language.Language;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

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
            edit((text, from, to) ->
                    LineEdits.newLine(text, from, to, language.get().indent()));
            event.consume();
        } else if (event.getCode() == KeyCode.SLASH && event.isShortcutDown()) {
            toggleComment();
            event.consume();
        }
    }

    private void tab(boolean back) {
        var unit = language.get().indent();
        if (back) {
            var width = unit.equals("\t") ? 4 : unit.length();
            edit((text, from, to) -> LineEdits.outdent(text, from, to, width));
        } else if (!area.getSelectedText().isEmpty()) {
            edit((text, from, to) -> LineEdits.indent(text, from, to, unit));
        } else {
            area.replaceSelection(unit);
        }
    }

    void toggleComment() {
        var mark = language.get().comments().line();
        if (!mark.isEmpty() && area.isEditable()) {
            edit((text, from, to) -> LineEdits.toggleComment(text, from, to, mark));
        }
    }

    @FunctionalInterface
    private interface LineEdit {
        LineEdits.Edit of(String text, int from, int to);
    }

    /// Looks at the lines of the selection alone, however long the text is.
    private void edit(LineEdit change) {
        var selection = area.getSelection();
        var last = area.offsetToPosition(selection.getEnd(), Bias.Forward).getMajor();
        var start = area.getAbsolutePosition(
                area.offsetToPosition(selection.getStart(), Bias.Forward).getMajor(), 0);
        var text = area.getText(start, area.getAbsolutePosition(last, area.getParagraphLength(last)));
        var edit = change.of(text, selection.getStart() - start, selection.getEnd() - start);
        area.replaceText(start + edit.start(), start + edit.end(), edit.replacement());
        area.selectRange(start + edit.anchor(), start + edit.caret());
        area.requestFollowCaret();
    }
}
