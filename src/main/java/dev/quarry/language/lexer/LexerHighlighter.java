package dev.quarry.language.lexer;

import dev.quarry.language.Highlighter;
import dev.quarry.language.Language;
import dev.quarry.language.Span;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Colours by lexers alone: at once, for every language of the table, and for any text. Needs no native
/// library. Safe to call from any thread.
public final class LexerHighlighter implements Highlighter {

    /// Lexers that are not in use: a lexer serves one text at a time, and some take milliseconds to make.
    private final Map<String, Queue<LineLexer>> idle = new ConcurrentHashMap<>();

    @Override
    public List<Span> highlight(Language language, String text) {
        var lexers = idle.computeIfAbsent(language.id(), id -> new ConcurrentLinkedQueue<>());
        var waiting = lexers.poll();
        var lexer = waiting == null ? lexer(language) : waiting;
        var spans = new SpanList();
        var state = LineLexer.START;
        for (var start = 0; start < text.length(); ) {
            var end = LineEnds.end(text, start);
            state = lexer.lex(text, start, LineEnds.colouredEnd(start, end), state, spans);
            start = LineEnds.next(text, end);
        }
        lexers.add(lexer);
        return spans.toList();
    }

    static LineLexer lexer(Language language) {
        return switch (language.lexer()) {
            case "" -> (text, start, end, state, spans) -> LineLexer.START;
            case "rules" -> new RuleLexer(LexerRules.load(language));
            case "dockerfile" -> new DockerfileLexer();
            default -> new TokenMakerLexer(language.lexer());
        };
    }
}
