package dev.quarry.ui.diff;

import java.util.ArrayList;

/// Text of one side from one place to another; in one column, of whatever stands there.
///
/// @param side counts while both sides have a column
/// @param anchor where selecting began
/// @param end where it is now, before or after the anchor
record TextSelection(Side side, Place anchor, Place end) {

    Place from() {
        return anchor.compareTo(end) <= 0 ? anchor : end;
    }

    Place to() {
        return anchor.compareTo(end) <= 0 ? end : anchor;
    }

    boolean isEmpty() {
        return anchor.equals(end);
    }

    /// What is selected, with the lines that a fold hides.
    String text(Comparison comparison, Layout layout) {
        var lines = new ArrayList<String>();
        var rows = layout.rows(comparison.diff());
        for (var at = from().row(); at <= to().row() && at < rows.size(); at++) {
            var row = rows.get(at);
            var shown = layout.column(row, side);
            var line = shown.line(row);
            if (line >= 0) {
                var text = comparison.text(shown).line(line);
                var begin = at == from().row() ? Math.min(from().column(), text.length()) : 0;
                var stop = at == to().row() ? Math.min(to().column(), text.length()) : text.length();
                lines.add(text.substring(begin, Math.max(begin, stop)));
            }
        }
        return String.join("\n", lines);
    }
}
