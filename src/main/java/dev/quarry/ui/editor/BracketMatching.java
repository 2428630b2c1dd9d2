package dev.quarry.ui.editor;

import dev.quarry.ui.fx.FxThread;
import java.util.List;
import org.fxmisc.richtext.CodeArea;

/// Marks the bracket at the caret and the one that belongs to it.
final class BracketMatching {
    private static final String LAYER = "bracket";

    /// How far is looked, in UTF-16 units: some screens, and quick enough for every move of the caret.
    private static final int REACH = 20_000;

    private final CodeArea area;
    private final Colouring colouring;
    private boolean pending;

    BracketMatching(CodeArea area, Colouring colouring) {
        this.area = area;
        this.colouring = colouring;
        area.caretPositionProperty().addListener((o, was, is) -> soon());
        area.focusedProperty().addListener((o, was, is) -> soon());
    }

    private void soon() {
        if (!pending) {
            pending = true;
            FxThread.LATER.execute(this::update);
        }
    }

    private void update() {
        pending = false;
        if (!area.isFocused()) {
            colouring.setMarks(LAYER, List.of());
            return;
        }
        var caret = area.getCaretPosition();
        var from = Math.max(0, caret - REACH);
        var text = area.getText(from, Math.min(area.getLength(), caret + REACH));
        var marks = BracketPairs.at(text, caret - from)
                .map(pair -> List.of(mark(from + pair.one()), mark(from + pair.other())))
                .orElse(List.of());
        colouring.setMarks(LAYER, marks);
    }

    private static Mark mark(int at) {
        return new Mark(at, at + 1, "bracket");
    }
}
