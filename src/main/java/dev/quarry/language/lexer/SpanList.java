package dev.quarry.language.lexer;

import dev.quarry.language.Span;
import dev.quarry.language.TokenKind;
import java.util.ArrayList;
import java.util.List;

/// Gathers spans in order and joins neighbours of one kind.
final class SpanList {

    private final List<Span> spans = new ArrayList<>();
    private int start;
    private int end;
    private TokenKind kind = TokenKind.KEYWORD;

    void add(int from, int to, TokenKind as) {
        if (to <= from) {
            return;
        }
        if (as == kind && from == end && end > start) {
            end = to;
            return;
        }
        close();
        start = from;
        end = to;
        kind = as;
    }

    List<Span> toList() {
        close();
        start = end;
        return List.copyOf(spans);
    }

    private void close() {
        if (end > start) {
            spans.add(new Span(start, end, kind));
        }
    }
}
