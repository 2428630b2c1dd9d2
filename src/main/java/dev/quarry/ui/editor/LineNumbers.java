package dev.quarry.ui.editor;

import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;
import org.reactfx.value.Val;

/// The numbers beside the lines, 1-based, right-aligned, as wide as the last one needs, with a mark where something is
/// wrong.
final class LineNumbers implements IntFunction<Node> {
    private static final int LEAST_DIGITS = 3;
    private final Val<Integer> digits;
    private final Troubles troubles;

    /// Tells what is wrong in a line.
    @FunctionalInterface
    interface Troubles {
        /// A sentence, or null.
        ///
        /// @param line 0-based
        @Nullable
        String in(int line);
    }

    LineNumbers(CodeArea area, Troubles troubles) {
        this.troubles = troubles;
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
        var trouble = troubles.in(line);
        if (trouble != null) {
            number.getStyleClass().add("lineno-trouble");
            number.setTooltip(new Tooltip(trouble));
            number.setAccessibleHelp(trouble);
        }
        return number;
    }

    private static int digitsOf(int number) {
        return (int) Math.log10(number) + 1;
    }
}
