package dev.quarry.ui.editor;

/// Where the user is in a text.
///
/// @param anchor where the selection begins, a UTF-16 offset
/// @param caret where it ends
/// @param firstLine the index of the line at the top of the view, from 0
public record EditorPlace(int anchor, int caret, int firstLine) {

    public static EditorPlace of(CodeEditor editor) {
        var area = editor.area();
        var first = area.getVisibleParagraphs().isEmpty() ? 0 : area.firstVisibleParToAllParIndex();
        return new EditorPlace(area.getAnchor(), area.getCaretPosition(), Math.max(0, first));
    }

    /// Goes there, or as near as the text allows.
    public void showIn(CodeEditor editor) {
        var area = editor.area();
        var length = area.getLength();
        area.selectRange(Math.min(anchor, length), Math.min(caret, length));
        if (firstLine < area.getParagraphs().size()) {
            area.showParagraphAtTop(firstLine);
        }
    }
}
