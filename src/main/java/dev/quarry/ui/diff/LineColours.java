package dev.quarry.ui.diff;

import dev.quarry.diff.LineText;
import dev.quarry.language.Highlighter;
import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.language.Span;
import dev.quarry.language.syntax.SyntaxDocument;
import java.util.ArrayList;
import java.util.List;

/// The coloured pieces of each line of a text, in columns of that line. Immutable.
interface LineColours {

    /// From this length on, in UTF-16 units, colouring the whole text takes longer than a frame or two.
    int LARGE = 100_000;

    /// In order, without overlap.
    ///
    /// @param line 0-based
    List<Span> of(int line);

    /// The colours a lexer knows at once: of a text that is not large each line in its place, else as if the
    /// text began with each line, which is right for nearly all of them.
    static LineColours quick(Highlighter quick, Language language, LineText text) {
        if (language.equals(Languages.PLAIN_TEXT)) {
            return line -> List.of();
        }
        if (text.text().length() > LARGE) {
            return line -> quick.highlight(language, text.line(line));
        }
        var joined = String.join("\n", text.lines());
        return new OfText(quick.highlight(language, joined), starts(text));
    }

    /// The colours of a parser. Takes a while: not on the FX thread.
    static LineColours parsed(Language language, LineText text) {
        var joined = String.join("\n", text.lines());
        try (var document = SyntaxDocument.open(language)) {
            document.update(joined);
            return new OfText(document.spans(0, joined.length()), starts(text));
        }
    }

    private static int[] starts(LineText text) {
        var starts = new int[text.size() + 1];
        for (var i = 0; i < text.size(); i++) {
            starts[i + 1] = starts[i] + text.line(i).length() + 1;
        }
        return starts;
    }

    /// Cuts the spans of a whole text into lines.
    ///
    /// @param starts offset of each line, and of the one that would follow the last
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record OfText(List<Span> spans, int[] starts) implements LineColours {
        @Override
        public List<Span> of(int line) {
            var from = starts[line];
            var to = starts[line + 1] - 1;
            if (to <= from) {
                return List.of(); // an empty line within a comment has no piece of it
            }
            var found = new ArrayList<Span>();
            for (var i = Span.firstEndingAfter(from, spans);
                    i < spans.size() && spans.get(i).start() < to;
                    i++) {
                var span = spans.get(i);
                found.add(new Span(Math.max(span.start(), from) - from, Math.min(span.end(), to) - from, span.kind()));
            }
            return found;
        }
    }
}
