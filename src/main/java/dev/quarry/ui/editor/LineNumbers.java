package dev.quarry.ui.editor;

import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.fxmisc.richtext.CodeArea;
import org.reactfx.value.Val;

/// The numbers beside the lines, 1-based, right-aligned, as wide as the last one needs.
final class LineNumbers implements IntFunction<Node> {
    private static final int LEAST_DIGITS = 3;
    private final Val<Integer> digits;

    LineNumbers(CodeArea area) {
        digits = area.getParagraphs()
                .sizeProperty()
                .map(lines -> Math.max(LEAST_DIGITS, (int) Math.log10(Math.max(1, lines)) + 1));
    }

    @Override
    public Node apply(int line) {
        var number = new Label();
        number.getStyleClass().add("lineno");
        number.setAlignment(Pos.TOP_RIGHT);
        // Bound only while it is shown: the labels of lines out of view must not pile up as listeners.
        var text = digits.map(width -> " ".repeat(Math.max(0, width - digitsOf(line + 1))) + (line + 1));
        number.textProperty().bind(text.conditionOnShowing(number).orElseConst(""));
        return number;
    }

    private static int digitsOf(int number) {
        return (int) Math.log10(number) + 1;
    }
}
