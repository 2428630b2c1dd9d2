package dev.quarry.ui.run;

import java.util.List;

/// One line of a rendered answer, before any toolkit sees it.
///
/// @param styles of the whole line, such as `heading-2`
record AnswerLine(List<String> styles, List<Piece> pieces) {

    /// @param styles of the piece, such as `strong`
    record Piece(String text, List<String> styles) {}

    AnswerLine {
        styles = List.copyOf(styles);
        pieces = List.copyOf(pieces);
    }

    /// UTF-16 units, without a line end.
    int length() {
        return pieces.stream().mapToInt(p -> p.text().length()).sum();
    }
}
