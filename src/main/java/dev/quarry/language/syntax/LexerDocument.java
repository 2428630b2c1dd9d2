package dev.quarry.language.syntax;

import dev.quarry.language.Language;
import dev.quarry.language.Span;
import dev.quarry.language.lexer.LexedText;
import java.util.List;

/// A document without a tree.
final class LexerDocument implements SyntaxDocument {

    private final Language language;
    private final LexedText lexed;
    private String text = "";
    private boolean streaming;

    LexerDocument(Language language) {
        this.language = language;
        lexed = new LexedText(language);
    }

    @Override
    public Language language() {
        return language;
    }

    @Override
    public void update(String text) {
        streaming = false;
        this.text = text;
        lexed.update(text);
    }

    @Override
    public void updateStreaming(String text) {
        update(text);
        streaming = true;
    }

    @Override
    public List<Span> spans(int start, int end) {
        return lexed.spans(start, end);
    }

    @Override
    public List<SyntaxError> errors() {
        return streaming
                ? List.of()
                : ExactParsers.of(language).map(p -> p.errors(text)).orElse(List.of());
    }

    @Override
    public List<Declaration> declarations() {
        return PlainDeclarations.of(text, language);
    }

    @Override
    public boolean hasTree() {
        return false;
    }

    @Override
    public void close() {
        // holds nothing
    }
}
