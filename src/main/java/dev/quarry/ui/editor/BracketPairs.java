package dev.quarry.ui.editor;

import java.util.Optional;

/// Finds the bracket that belongs to another. Counts brackets of the same kind and knows nothing of strings and
/// comments,
/// as most editors do. Pure.
final class BracketPairs {
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    /// Two brackets that belong together; offsets in UTF-16 units, in no particular order.
    record Pair(int one, int other) {}

    private BracketPairs() {}

    /// The pair of the bracket before the caret, or else of the one after it.
    static Optional<Pair> at(CharSequence text, int caret) {
        return pairOf(text, caret - 1).or(() -> pairOf(text, caret));
    }

    private static Optional<Pair> pairOf(CharSequence text, int at) {
        if (at < 0 || at >= text.length()) {
            return Optional.empty();
        }
        var bracket = text.charAt(at);
        var opening = OPENING.indexOf(bracket);
        if (opening >= 0) {
            return search(text, at, 1, bracket, CLOSING.charAt(opening));
        }
        var closing = CLOSING.indexOf(bracket);
        return closing < 0 ? Optional.empty() : search(text, at, -1, bracket, OPENING.charAt(closing));
    }

    private static Optional<Pair> search(CharSequence text, int from, int step, char same, char other) {
        var depth = 0;
        for (var i = from; i >= 0 && i < text.length(); i += step) {
            var c = text.charAt(i);
            if (c == same) {
                depth++;
            } else if (c == other && --depth == 0) {
                return Optional.of(new Pair(from, i));
            }
        }
        return Optional.empty();
    }
}
