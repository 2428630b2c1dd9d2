package dev.quarry.ui.editor;

import dev.quarry.language.Span;
import dev.quarry.language.TokenKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.jspecify.annotations.Nullable;

/// Makes the styles of one line out of the coloured spans and the marks that reach into it.
final class LineStyles {
    private static final List<String> PLAIN = List.of();
    private static final Map<TokenKind, List<String>> CLASSES = new EnumMap<>(TokenKind.class);

    static {
        for (var kind : TokenKind.values()) {
            CLASSES.put(kind, List.of(kind.styleClass()));
        }
    }

    private LineStyles() {}

    /// @param start of the line, in UTF-16 units
    /// @param length of the line without its end, at least 1
    /// @param spans in order, without overlap
    /// @param firstSpan index of the first that ends after the start
    /// @param marks those that reach into the line; may overlap
    static StyleSpans<Collection<String>> of(int start, int length, List<Span> spans, int firstSpan, List<Mark> marks) {
        var builder = new StyleSpansBuilder<Collection<String>>();
        var end = start + length;
        var cuts = cuts(start, end, spans, firstSpan, marks);
        var span = firstSpan;
        for (var i = 0; i + 1 < cuts.length; i++) {
            var from = cuts[i];
            var to = cuts[i + 1];
            while (span < spans.size() && spans.get(span).end() <= from) {
                span++;
            }
            var inSpan = span < spans.size() && spans.get(span).start() <= from;
            builder.add(styles(inSpan ? spans.get(span).kind() : null, from, marks), to - from);
        }
        return builder.create();
    }

    private static int[] cuts(int start, int end, List<Span> spans, int firstSpan, List<Mark> marks) {
        var all = new ArrayList<Integer>();
        all.add(start);
        all.add(end);
        for (var i = firstSpan; i < spans.size() && spans.get(i).start() < end; i++) {
            all.add(Math.max(start, spans.get(i).start()));
            all.add(Math.min(end, spans.get(i).end()));
        }
        for (var mark : marks) {
            all.add(Math.clamp(mark.start(), start, end));
            all.add(Math.clamp(mark.end(), start, end));
        }
        return all.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
    }

    private static Collection<String> styles(@Nullable TokenKind kind, int at, List<Mark> marks) {
        var colour = kind == null ? PLAIN : CLASSES.getOrDefault(kind, PLAIN);
        if (marks.isEmpty()) {
            return colour;
        }
        var all = new ArrayList<>(colour);
        for (var mark : marks) {
            if (mark.start() <= at && at < mark.end()) {
                all.add(mark.styleClass());
            }
        }
        return all.size() == colour.size() ? colour : List.copyOf(all);
    }
}
