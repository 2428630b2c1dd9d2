package dev.quarry.language;

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
}
