package dev.quarry.language;

import java.util.List;

/// A piece of text of one kind.
///
/// @param start offset in UTF-16 units, inclusive
/// @param end offset in UTF-16 units, exclusive, greater than start
public record Span(int start, int end, TokenKind kind) {

    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("not a span: " + start + " to " + end);
        }
    }

    /// The index of the first span that ends after an offset, by halving; their number when none does.
    ///
    /// @param spans in their order, none over another
    public static int firstEndingAfter(int offset, List<Span> spans) {
        var low = 0;
        var high = spans.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (spans.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
