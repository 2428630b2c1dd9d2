package dev.quarry.check;

import dev.quarry.language.Language;
import dev.quarry.language.Span;
import dev.quarry.language.TokenKind;
import dev.quarry.language.lexer.LexerHighlighter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A text without its comments and strings.
///
/// @param code as long as the text, with spaces for the characters of comments and strings; line ends stay
/// @param words likewise, with strings left in
/// @param comments in the order of the text; those that stand line by line below each other are one each
record BareText(String code, String words, List<Comment> comments) {

    /// @param start offset in UTF-16 units
    /// @param documents whether it is for whoever uses the code
    record Comment(int start, String text, boolean documents) {}

    private static final Pattern CHARACTER = Pattern.compile("'(?:\\\\[^']*'?|[^\\\\'])'");

    private static final LexerHighlighter LEXERS = new LexerHighlighter();

    static BareText of(String text, Language language) {
        var code = new StringBuilder(text);
        var words = new StringBuilder(text);
        var comments = new ArrayList<Comment>();
        for (var span : LEXERS.highlight(language, text)) {
            var comment = span.kind() == TokenKind.COMMENT || span.kind() == TokenKind.DOC_COMMENT;
            if (comment) {
                comments.add(new Comment(
                        span.start(), text.substring(span.start(), span.end()), span.kind() == TokenKind.DOC_COMMENT));
                blank(words, span);
            }
            var string = span.kind() == TokenKind.STRING || span.kind() == TokenKind.ESCAPE;
            if (comment || (string && !isLifetime(language, text, span))) {
                blank(code, span);
            }
        }
        return new BareText(code.toString(), words.toString(), List.copyOf(comments));
    }

    /// Rust writes `&'a str`: what follows such a quote is code.
    private static boolean isLifetime(Language language, String text, Span span) {
        return language.id().equals("rust")
                && text.charAt(span.start()) == '\''
                && !CHARACTER.matcher(text).region(span.start(), span.end()).matches();
    }

    private static void blank(StringBuilder text, Span span) {
        for (var i = span.start(); i < span.end(); i++) {
            if (text.charAt(i) != '\n' && text.charAt(i) != '\r') {
                text.setCharAt(i, ' ');
            }
        }
    }
}
