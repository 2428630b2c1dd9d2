package dev.quarry.ui.editor;

import dev.quarry.ui.fx.FxThread;
import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/// The numbers beside the lines, 1-based, right-aligned, as wide as the last one needs, with a mark where something is
/// wrong. No labels: one is made for each line that comes into view, and a control costs as much as the line itself.
final class LineNumbers implements IntFunction<Node> {
    private static final int LEAST_DIGITS = 3;
    private final CodeArea area;
    private final Troubles troubles;
    private int digits = LEAST_DIGITS;

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
        this.area = area;
        this.troubles = troubles;
        area.getParagraphs().sizeProperty().addListener((o, was, is) -> {
            var needed = Math.max(LEAST_DIGITS, digitsOf(is));
            if (needed != digits) {
                digits = needed;
                FxThread.LATER.execute(this::remakeThoseInView);
            }
        });
    }

    private void remakeThoseInView() {
        if (!area.getVisibleParagraphs().isEmpty()) {
            var last = area.lastVisibleParToAllParIndex();
            for (var line = area.firstVisibleParToAllParIndex(); line <= last; line++) {
                area.recreateParagraphGraphic(line);
            }
        }
    }

    @Override
    public Node apply(int line) {
        var digit = new Text(" ".repeat(Math.max(0, digits - digitsOf(line + 1))) + (line + 1));
        digit.getStyleClass().add("text");
        var number = new StackPane(digit);
        number.setAlignment(Pos.TOP_RIGHT);
        number.getStyleClass().add("lineno");
        var trouble = troubles.in(line);
        if (trouble != null) {
            number.getStyleClass().add("lineno-trouble");
            Tooltip.install(number, new Tooltip(trouble));
            number.setAccessibleHelp(trouble);
        }
        return number;
    }

    private static int digitsOf(int number) {
        return (int) Math.log10(Math.max(1, number)) + 1;
    }
}
