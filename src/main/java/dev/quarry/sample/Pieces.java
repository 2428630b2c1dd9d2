package dev.quarry.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Cuts an answer into pieces as small and uneven as a model's tokens.
final class Pieces {
    /// In code points. Four are about one token of English or code.
    private static final int SHORTEST = 1;

    private static final int LONGEST = 7;

    private Pieces() {}

    /// The pieces in order; joined, they are the text. The same text always gives the same pieces, and none of
    /// them ends between the halves of a surrogate pair.
    static List<String> of(String text) {
        var random = new SplittableRandom(text.hashCode());
        var pieces = new ArrayList<String>();
        var start = 0;
        while (start < text.length()) {
            var end = start;
            for (var points = random.nextInt(SHORTEST, LONGEST + 1); points > 0 && end < text.length(); points--) {
                end += Character.charCount(text.codePointAt(end));
            }
            pieces.add(text.substring(start, end));
            start = end;
        }
        return List.copyOf(pieces);
    }
}
