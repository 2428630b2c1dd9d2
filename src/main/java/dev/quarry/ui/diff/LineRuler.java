package dev.quarry.ui.diff;

import java.util.List;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;

/// From characters of a shown line to pixels and back. FX thread only.
final class LineRuler {

    private LineRuler() {}

    /// How far from the start of the line a character begins, in pixels. Characters beyond the end are as wide as
    /// usual.
    ///
    /// @param pieces of the line, in order
    static double x(List<Text> pieces, int character, Metrics metrics) {
        var x = 0.0;
        var left = character;
        for (var piece : pieces) {
            var length = piece.getText().length();
            if (left <= length) {
                return x + within(piece, left, metrics);
            }
            x += metrics.width(piece);
            left -= length;
        }
        return x + left * metrics.charWidth();
    }

    private static double within(Text piece, int characters, Metrics metrics) {
        if (metrics.isEven(piece)) {
            return characters * metrics.charWidth();
        }
        return characters == 0
                ? 0
                : new Path(piece.rangeShape(0, characters)).getLayoutBounds().getMaxX();
    }

    /// The character nearest to that distance from the start of the line, in pixels.
    static int characterAt(List<Text> pieces, double x, Metrics metrics) {
        var left = Math.max(0, x);
        var before = 0;
        for (var piece : pieces) {
            var width = metrics.width(piece);
            if (left < width) {
                return before + nearest(piece, left, metrics);
            }
            left -= width;
            before += piece.getText().length();
        }
        return before;
    }

    private static int nearest(Text piece, double x, Metrics metrics) {
        if (metrics.isEven(piece)) {
            return (int) Math.round(x / metrics.charWidth());
        }
        var length = piece.getText().length();
        for (var i = 0; i < length; i++) {
            if (x < (within(piece, i, metrics) + within(piece, i + 1, metrics)) / 2) {
                return i;
            }
        }
        return length;
    }
}
