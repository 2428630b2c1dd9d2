package dev.quarry.language.syntax;

import dev.quarry.language.Language;
import dev.quarry.language.Span;
import io.github.treesitter.jtreesitter.InputEdit;
import io.github.treesitter.jtreesitter.InputEncoding;
import io.github.treesitter.jtreesitter.Parser;
import io.github.treesitter.jtreesitter.Point;
import io.github.treesitter.jtreesitter.Tree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A document with a tree. Offsets are UTF-16 units, of which tree-sitter counts the bytes.
final class TreeDocument implements SyntaxDocument {

    private static final int UNIT = 2;

    private final Language language;
    private final Grammar grammar;
    private final Parser parser;
    private final ClosingTail tail;
    private final LineStarts lines = new LineStarts();
    private @Nullable Tree tree;
    private String text = "";

    /// The text with the closing tail that the tree was made of.
    private String parsed = "";

    private boolean streaming;
    private boolean closed;

    TreeDocument(Language language, Grammar grammar) {
        this.language = language;
        this.grammar = grammar;
        parser = new Parser(grammar.language());
        tail = new ClosingTail(language);
    }

    @Override
    public Language language() {
        return language;
    }

    @Override
    public void update(String text) {
        this.text = text;
        streaming = false;
        parse(text);
    }

    @Override
    public void updateStreaming(String text) {
        var same = Overlap.of(this.text, text).prefix();
        this.text = text;
        streaming = true;
        parse(text + tail.of(text, same));
    }

    @Override
    public List<Span> spans(int start, int end) {
        requireOpen();
        var from = Math.clamp(start, 0, text.length());
        var to = Math.clamp(end, from, text.length());
        return tree == null || from == to ? List.of() : grammar.query().spans(tree, text, from, to);
    }

    @Override
    public List<SyntaxError> errors() {
        requireOpen();
        if (streaming) {
            return List.of();
        }
        var exact = ExactParsers.of(language);
        if (exact.isPresent()) {
            return exact.get().errors(text);
        }
        return tree == null ? List.of() : TreeErrors.of(tree, text, language.errors());
    }

    @Override
    public List<Declaration> declarations() {
        requireOpen();
        return tree == null ? List.of() : TreeDeclarations.of(tree, text, language);
    }

    @Override
    public boolean hasTree() {
        return true;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            if (tree != null) {
                tree.close();
            }
            parser.close();
        }
    }

    private void parse(String next) {
        requireOpen();
        var old = tree;
        if (old != null && next.equals(parsed)) {
            return;
        }
        var overlap = Overlap.of(parsed, next);
        if (old == null) {
            lines.update(next, 0);
            tree = parser.parse(next, InputEncoding.UTF_16LE).orElseThrow();
        } else {
            var oldEnd = parsed.length() - overlap.suffix();
            var newEnd = next.length() - overlap.suffix();
            var start = point(overlap.prefix());
            var oldEndPoint = point(oldEnd);
            lines.update(next, overlap.prefix());
            old.edit(new InputEdit(
                    overlap.prefix() * UNIT, oldEnd * UNIT, newEnd * UNIT, start, oldEndPoint, point(newEnd)));
            tree = parser.parse(next, InputEncoding.UTF_16LE, old).orElseThrow();
            old.close();
        }
        parsed = next;
    }

    private Point point(int offset) {
        var line = lines.lineOf(offset);
        return new Point(line, (offset - lines.start(line)) * UNIT);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the document is closed");
        }
    }
}
