package dev.quarry.language.syntax;

import dev.quarry.language.Span;
import dev.quarry.language.TokenKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes pieces without overlap of pieces that lie within each other: the inner one shows. Pieces come in the
/// order of their starts, outer ones first; of two with the same range the later one shows.
final class Paint {

    private record Layer(int end, @Nullable TokenKind kind) {}

    private final List<Span> spans = new ArrayList<>();
    private final Deque<Layer> layers = new ArrayDeque<>();
    private final int end;
    private int at;

    /// @param start of what is painted; pieces are cut there
    /// @param end exclusive
    Paint(int start, int end) {
        this.at = start;
        this.end = end;
    }

    void add(int from, int to, @Nullable TokenKind kind) {
        advance(from);
        layers.push(new Layer(to, kind));
    }

    List<Span> spans() {
        advance(end);
        return List.copyOf(spans);
    }

    /// Paints up to there with the layers that are open.
    private void advance(int to) {
        while (!layers.isEmpty() && at < to) {
            var top = layers.element();
            if (top.end <= at) {
                layers.pop();
                continue;
            }
            var stop = Math.min(to, top.end);
            paint(Math.min(stop, end), top.kind);
            at = stop;
        }
        at = Math.max(at, to);
    }

    private void paint(int to, @Nullable TokenKind kind) {
        if (kind == null || to <= at) {
            return;
        }
        var last = spans.isEmpty() ? null : spans.getLast();
        if (last != null && last.end() == at && last.kind() == kind) {
            spans.set(spans.size() - 1, new Span(last.start(), to, kind));
        } else {
            spans.add(new Span(at, to, kind));
        }
    }
}
