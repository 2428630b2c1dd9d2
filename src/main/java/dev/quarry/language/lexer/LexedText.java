package dev.quarry.language.lexer;

import dev.quarry.language.Language;
import dev.quarry.language.Span;
import java.util.Arrays;
import java.util.List;

/// One text that changes, coloured by a lexer. A range is coloured as it is in the whole text: what the lines
/// before leave open is known. Lines are read when they are asked for, and again only from the first change
/// on. Must not be used by two threads at a time.
public final class LexedText {

    private final LineLexer lexer;
    private String text = "";

    /// Of each line that has been read, and of the one after it: where it starts, and the lexer's state there.
    private int[] starts = new int[64];

    private int[] states = new int[64];
    private int known = 1;

    public LexedText(Language language) {
        lexer = LexerHighlighter.lexer(language);
    }

    /// Takes the text as it is now, whole.
    public void update(String text) {
        var before = this.text;
        this.text = text;
        var shorter = Math.min(before.length(), text.length());
        var same = 0;
        while (same < shorter && before.charAt(same) == text.charAt(same)) {
            same++;
        }
        // A line may go on where the texts part, and a line feed may join a carriage return before it.
        known = Math.min(known, Math.max(1, lineOf(Math.max(0, same - 1)) + 1));
    }

    /// The coloured pieces between two offsets of the text, in order, without overlap, cut at the offsets.
    ///
    /// @param start inclusive; taken as the nearest offset there is
    /// @param end exclusive; taken likewise
    public List<Span> spans(int start, int end) {
        var from = Math.clamp(start, 0, text.length());
        var to = Math.clamp(end, from, text.length());
        if (from == to) {
            return List.of();
        }
        while (starts[known - 1] < from) {
            if (!read(new SpanList())) {
                break;
            }
        }
        var spans = new SpanList();
        for (var line = lineOf(from); line < known - 1 && starts[line] < to; line++) {
            var lineStart = starts[line];
            var lineEnd = LineEnds.colouredEnd(lineStart, LineEnds.end(text, lineStart));
            lexer.lex(text, lineStart, lineEnd, states[line], spans);
        }
        while (starts[known - 1] < to && read(spans)) {
            // reads on
        }
        return cut(spans.toList(), from, to);
    }

    /// Reads the next line.
    ///
    /// @return false when there is none
    private boolean read(SpanList spans) {
        var start = starts[known - 1];
        if (start >= text.length()) {
            return false;
        }
        var end = LineEnds.end(text, start);
        var state = lexer.lex(text, start, LineEnds.colouredEnd(start, end), states[known - 1], spans);
        if (known == starts.length) {
            starts = Arrays.copyOf(starts, known * 2);
            states = Arrays.copyOf(states, known * 2);
        }
        starts[known] = LineEnds.next(text, end);
        states[known] = state;
        known++;
        return true;
    }

    private int lineOf(int offset) {
        var found = Arrays.binarySearch(starts, 0, known, offset);
        return found >= 0 ? found : -found - 2;
    }

    private static List<Span> cut(List<Span> spans, int from, int to) {
        return spans.stream()
                .filter(s -> s.start() < to && s.end() > from)
                .map(s -> s.start() >= from && s.end() <= to
                        ? s
                        : new Span(Math.max(from, s.start()), Math.min(to, s.end()), s.kind()))
                .toList();
    }
}
