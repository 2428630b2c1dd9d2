package dev.quarry.language.syntax;

import dev.quarry.language.Language;
import dev.quarry.language.Span;
import java.util.List;

/// One text that is read again and again while it changes: its colours and its syntax errors. Every call
/// works at once and takes some milliseconds, so keep it on one background thread; it must not be used by two
/// threads at a time. Holds native memory until it is closed. Any text may be given, and no call throws
/// because of it.
public sealed interface SyntaxDocument extends AutoCloseable permits TreeDocument, LexerDocument, MarkdownDocument {

    /// Opens an empty document. The first one of a language loads its grammar, which may take some hundred
    /// milliseconds.
    /// Where there is no grammar, lexers colour, and only exact parsers tell errors.
    static SyntaxDocument open(Language language) {
        return open(language, Grammars.ofApplication());
    }

    /// Opens an empty document with the grammars of that folder.
    static SyntaxDocument open(Language language, Grammars grammars) {
        if (language.id().equals("markdown")) {
            return new MarkdownDocument(language);
        }
        return grammars.of(language)
                .<SyntaxDocument>map(g -> new TreeDocument(language, g))
                .orElseGet(() -> new LexerDocument(language));
    }

    Language language();

    /// Takes the text as it is now, whole. What it has in common with the text before is not read again.
    void update(String text);

    /// Takes the text of an answer that is still streaming in. It is read as if what is open were closed
    /// behind it, so that its colours are steady; [#errors] tells none until [#update] has been called.
    void updateStreaming(String text);

    /// The coloured pieces between two offsets of the text, in order, without overlap, cut at the offsets.
    ///
    /// @param start inclusive; taken as the nearest offset there is
    /// @param end exclusive; taken likewise
    List<Span> spans(int start, int end);

    /// The syntax errors in the order of the text, at most 200. [dev.quarry.language.ErrorTrust] says which
    /// to show, and [SyntaxErrors#worthShowing] picks them.
    List<SyntaxError> errors();

    /// Whether a parser stands behind its colours, not just a lexer.
    boolean hasTree();

    /// Whether [#errors] can tell any: a parser stands behind it.
    default boolean tellsErrors() {
        return hasTree() || ExactParsers.of(language()).isPresent();
    }

    /// The functions and types that the text declares, in its order.
    List<Declaration> declarations();

    @Override
    void close();
}
