package dev.quarry.ui.editor;

import org.fxmisc.richtext.CodeArea;

/// Tells which lines of an area are in view, or will be. FX thread only.
final class VisibleLines {

    /// As many lines as a tall window shows; for an area that is not laid out yet.
    private static final int A_SCREEN = 100;

    private final CodeArea area;

    VisibleLines(CodeArea area) {
        this.area = area;
    }

    /// Lines of the text.
    ///
    /// @param from first line, 0-based
    /// @param to last line, inclusive
    record Lines(int from, int to) {
        boolean has(int line) {
            return from <= line && line <= to;
        }
    }

    boolean areLaidOut() {
        return !area.getVisibleParagraphs().isEmpty();
    }

    /// The lines in view and so many screens before and after; where nothing is laid out yet, the first lines.
    Lines around(int screens) {
        var last = area.getParagraphs().size() - 1;
        if (!areLaidOut()) {
            return new Lines(0, Math.min(last, A_SCREEN));
        }
        var first = area.firstVisibleParToAllParIndex();
        // While the view moves, its last line may still be that of the place it comes from.
        var height = Math.max(1, area.lastVisibleParToAllParIndex() - first + 1);
        return new Lines(Math.max(0, first - screens * height), Math.min(last, first + height - 1 + screens * height));
    }

    /// The caret's line and so many screens before and after.
    Lines aroundCaret(int screens) {
        var reach = (screens + 1) * Math.max(1, area.getVisibleParagraphs().size());
        var line = area.getCurrentParagraph();
        return new Lines(
                Math.max(0, line - reach), Math.min(area.getParagraphs().size() - 1, line + reach));
    }

    /// Whether the view has to move by more than a screen to show the caret.
    boolean isCaretFarAway() {
        return areLaidOut() && !around(1).has(area.getCurrentParagraph());
    }
}
