package dev.quarry.ui.diff;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;

/// The sizes that all rows share, in pixels. FX thread only.
final class Metrics {
    /// Between the two sides: room for what is decided on a hunk.
    static final double GUTTER = 52;

    static final double PAD = 6;

    private static final String SAMPLE = "0".repeat(20);
    private static final int LEAST_DIGITS = 3;

    private final Text probe = new Text(SAMPLE);
    private final DoubleProperty scroll = new SimpleDoubleProperty();
    private int digits = LEAST_DIGITS;
    private double charWidth = 7.8;
    private double textHeight = 17;

    /// @param home where the style sheets give text the font of the rows
    Metrics(Pane home) {
        probe.getStyleClass().add("diff-probe");
        probe.setManaged(false);
        probe.setVisible(false);
        home.getChildren().add(probe);
    }

    /// Looks again: the font may have changed.
    void measure() {
        probe.applyCss();
        charWidth = probe.getLayoutBounds().getWidth() / SAMPLE.length();
        textHeight = probe.getLayoutBounds().getHeight();
    }

    void setMostLines(int lines) {
        digits = Math.max(LEAST_DIGITS, String.valueOf(Math.max(1, lines)).length());
    }

    double charWidth() {
        return charWidth;
    }

    double textHeight() {
        return textHeight;
    }

    double rowHeight() {
        return Math.ceil(textHeight * 1.2);
    }

    /// The column of line numbers.
    double numberWidth() {
        return PAD + digits * charWidth * 0.85 + PAD;
    }

    /// The column of the plus and minus.
    double markWidth() {
        return charWidth + PAD;
    }

    /// How far the text is scrolled to the right.
    DoubleProperty scrollProperty() {
        return scroll;
    }

    /// Makes a scroll bar reach the end of the longest line; it goes when every line fits.
    ///
    /// @param room for the text of a line, in pixels
    void fit(ScrollBar bar, int longestColumns, double room) {
        var hidden = Math.max(0, (longestColumns + 2) * charWidth - room);
        bar.setVisible(hidden > 0);
        bar.setManaged(hidden > 0);
        bar.setMax(hidden);
        bar.setVisibleAmount(hidden == 0 ? 0 : hidden * room / (room + hidden));
        bar.setUnitIncrement(charWidth * 4);
        bar.setBlockIncrement(Math.max(charWidth, room / 2));
        scroll.set(Math.min(scroll.get(), hidden));
    }

    /// How wide a piece of text is.
    double width(Text node) {
        return isEven(node)
                ? node.getText().length() * charWidth
                : node.getLayoutBounds().getWidth();
    }

    /// Whether every character of it is as wide as usual; others may be wider or narrower, or none.
    boolean isEven(Text node) {
        var text = node.getText();
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return true;
    }
}
