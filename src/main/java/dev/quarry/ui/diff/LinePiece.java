package dev.quarry.ui.diff;

import dev.quarry.diff.ColumnRange;
import dev.quarry.language.Span;
import dev.quarry.language.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a shown line that looks the same throughout.
///
/// @param text tabs as spaces
/// @param kind null for plain text
/// @param changed whether it is what changed within the line
record LinePiece(String text, @Nullable TokenKind kind, boolean changed) {
    private static final int TAB_COLUMNS = 4;

    /// From here on there are scripts whose characters take two columns.
    private static final int FIRST_WIDE = 0x1100;

    /// More than anybody reads of a line, and less than would stall the view.
    static final int MOST_COLUMNS = 2_000;

    /// Cuts a line where its colour or its changes begin and end. What is beyond the most columns is left out.
    ///
    /// @param spans in order, without overlap, in columns of the line; likewise `changes`
    static List<LinePiece> cut(String line, List<Span> spans, List<ColumnRange> changes) {
        var pieces = new ArrayList<LinePiece>();
        var length = Math.min(line.length(), MOST_COLUMNS);
        var column = 0;
        var span = 0;
        var change = 0;
        for (var from = 0; from < length; ) {
            while (span < spans.size() && spans.get(span).end() <= from) {
                span++;
            }
            while (change < changes.size() && changes.get(change).to() <= from) {
                change++;
            }
            var to = length;
            TokenKind kind = null;
            if (span < spans.size()) {
                var inSpan = spans.get(span).start() <= from;
                kind = inSpan ? spans.get(span).kind() : null;
                to = Math.min(
                        to, inSpan ? spans.get(span).end() : spans.get(span).start());
            }
            var changed = false;
            if (change < changes.size()) {
                changed = changes.get(change).from() <= from;
                to = Math.min(
                        to,
                        changed ? changes.get(change).to() : changes.get(change).from());
            }
            var text = withoutTabs(line.substring(from, to), column);
            column += text.length();
            add(pieces, new LinePiece(text, kind, changed));
            from = to;
        }
        return pieces;
    }

    /// How many columns a line takes at most: wide characters and tabs count for more.
    static int columns(String line) {
        var columns = 0;
        for (var i = 0; i < Math.min(line.length(), MOST_COLUMNS); i++) {
            var c = line.charAt(i);
            columns += c == '\t' ? TAB_COLUMNS : c >= FIRST_WIDE ? 2 : 1;
        }
        return columns;
    }

    /// Where a column of the line is shown, tabs being spaces. Columns beyond the end follow it.
    static int shownColumn(String line, int column) {
        var shown = 0;
        for (var i = 0; i < Math.min(column, line.length()); i++) {
            shown += line.charAt(i) == '\t' ? TAB_COLUMNS - shown % TAB_COLUMNS : 1;
        }
        return shown + Math.max(0, column - line.length());
    }

    /// The column of the line that is shown there, or after which the line ends.
    static int columnAt(String line, int shownColumn) {
        var shown = 0;
        for (var i = 0; i < line.length(); i++) {
            var next = shown + (line.charAt(i) == '\t' ? TAB_COLUMNS - shown % TAB_COLUMNS : 1);
            if (next > shownColumn) {
                return i;
            }
            shown = next;
        }
        return line.length();
    }

    /// Blanks look the same in every colour: they join the piece before or after, which saves nodes.
    private static void add(List<LinePiece> pieces, LinePiece piece) {
        if (!pieces.isEmpty() && pieces.getLast().changed() == piece.changed()) {
            var last = pieces.getLast();
            if (piece.text().isBlank() || last.kind() == piece.kind()) {
                pieces.set(pieces.size() - 1, new LinePiece(last.text() + piece.text(), last.kind(), last.changed()));
                return;
            }
            if (last.text().isBlank()) {
                pieces.set(pieces.size() - 1, new LinePiece(last.text() + piece.text(), piece.kind(), last.changed()));
                return;
            }
        }
        pieces.add(piece);
    }

    private static String withoutTabs(String text, int column) {
        if (text.indexOf('\t') < 0) {
            return text;
        }
        var result = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\t') {
                var at = column + result.length();
                result.repeat(' ', TAB_COLUMNS - at % TAB_COLUMNS);
            } else {
                result.append(text.charAt(i));
            }
        }
        return result.toString();
    }
}
