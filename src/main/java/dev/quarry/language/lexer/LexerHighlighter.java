package dev.quarry.language.lexer;

import dev.quarry.language.Highlighter;
import dev.quarry.language.Language;
import dev.quarry.language.Span;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Colours by lexers alone: at once, for every language of the table, and for any text. Needs no native library.
/// Safe to call from any thread.
public final class LexerHighlighter implements Highlighter {

    /// What RSyntaxTextArea calls the languages it knows.
    private static final Map<String, String> STYLES = Map.ofEntries(
            Map.entry("java", "text/java"),
            Map.entry("python", "text/python"),
            Map.entry("javascript", "text/javascript"),
            Map.entry("typescript", "text/typescript"),
            Map.entry("tsx", "text/typescript"),
            Map.entry("go", "text/golang"),
            Map.entry("rust", "text/rust"),
            Map.entry("c", "text/c"),
            Map.entry("cpp", "text/cpp"),
            Map.entry("c-sharp", "text/cs"),
            Map.entry("kotlin", "text/kotlin"),
            Map.entry("ruby", "text/ruby"),
            Map.entry("php", "text/php"),
            Map.entry("scala", "text/scala"),
            Map.entry("sql", "text/sql"),
            Map.entry("bash", "text/unix"),
            Map.entry("html", "text/html"),
            Map.entry("css", "text/css"),
            Map.entry("json", "text/jshintrc"),
            Map.entry("xml", "text/xml"),
            Map.entry("markdown", "text/markdown"),
            Map.entry("dart", "text/dart"),
            Map.entry("lua", "text/lua"),
            Map.entry("dockerfile", "text/dockerfile"),
            Map.entry("perl", "text/perl"));

    /// Languages that come with rules of our own.
    private static final List<String> RULES =
            List.of("swift", "yaml", "toml", "hcl", "r", "haskell", "elixir", "cobol");

    /// Lexers that are not in use: a lexer serves one text at a time, and some take milliseconds to make.
    private final Map<String, Queue<LineLexer>> idle = new ConcurrentHashMap<>();

    @Override
    public List<Span> highlight(Language language, String text) {
        if (!knows(language)) {
            return List.of();
        }
        var lexers = idle.computeIfAbsent(language.id(), id -> new ConcurrentLinkedQueue<>());
        var waiting = lexers.poll();
        var lexer = waiting == null ? make(language.id()) : waiting;
        var spans = new SpanList();
        var state = LineLexer.START;
        for (var start = 0; start < text.length(); ) {
            var end = lineEnd(text, start);
            state = lexer.lex(text, start, end, state, spans);
            start = end + 1;
        }
        lexers.add(lexer);
        return spans.toList();
    }

    private static boolean knows(Language language) {
        return STYLES.containsKey(language.id()) || RULES.contains(language.id());
    }

    private static LineLexer make(String id) {
        var style = STYLES.get(id);
        return style == null ? new RuleLexer(LexerRules.load(id)) : new TokenMakerLexer(style);
    }

    private static int lineEnd(String text, int start) {
        var i = start;
        while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }
}
