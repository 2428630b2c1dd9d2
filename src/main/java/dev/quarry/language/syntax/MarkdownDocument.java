package dev.quarry.language.syntax;

import dev.quarry.language.Highlighter;
import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.language.Span;
import dev.quarry.language.TokenKind;
import dev.quarry.language.lexer.LexerHighlighter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// A Markdown document, read by CommonMark's own parser. Code within it is coloured by the lexers. No
/// Markdown is wrong.
final class MarkdownDocument implements SyntaxDocument {

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();
    private static final Highlighter LEXERS = new LexerHighlighter();

    private static final Comparator<Span> OUTER_FIRST = Comparator.comparingInt(Span::start)
            .thenComparing(Comparator.comparingInt(Span::end).reversed());

    private final Language language;
    private List<Span> spans = List.of();
    private int length;

    MarkdownDocument(Language language) {
        this.language = language;
    }

    @Override
    public Language language() {
        return language;
    }

    @Override
    public void update(String text) {
        length = text.length();
        var pieces = new Pieces(text);
        PARSER.parse(text).accept(pieces);
        pieces.found.sort(OUTER_FIRST);
        var paint = new Paint(0, length);
        pieces.found.forEach(s -> paint.add(s.start(), s.end(), s.kind()));
        spans = paint.spans();
    }

    @Override
    public void updateStreaming(String text) {
        update(text);
    }

    @Override
    public List<Span> spans(int start, int end) {
        var from = Math.clamp(start, 0, length);
        var to = Math.clamp(end, from, length);
        if (from == to) {
            return List.of();
        }
        return spans.stream()
                .filter(s -> s.start() < to && s.end() > from)
                .map(s -> new Span(Math.max(from, s.start()), Math.min(to, s.end()), s.kind()))
                .toList();
    }

    @Override
    public List<SyntaxError> errors() {
        return List.of();
    }

    @Override
    public boolean tellsErrors() {
        return false; // any text is Markdown
    }

    @Override
    public List<Declaration> declarations() {
        return List.of();
    }

    @Override
    public boolean hasTree() {
        return true;
    }

    @Override
    public void close() {
        // holds nothing
    }

    private static final class Pieces extends AbstractVisitor {
        private final String text;
        private final List<Span> found = new ArrayList<>();

        private Pieces(String text) {
            this.text = text;
        }

        @Override
        public void visit(Heading heading) {
            whole(heading, TokenKind.HEADING);
        }

        @Override
        public void visit(Emphasis emphasis) {
            whole(emphasis, TokenKind.EMPHASIS);
        }

        @Override
        public void visit(StrongEmphasis emphasis) {
            whole(emphasis, TokenKind.EMPHASIS);
        }

        @Override
        public void visit(Link link) {
            whole(link, TokenKind.LINK);
        }

        @Override
        public void visit(Image image) {
            whole(image, TokenKind.LINK);
        }

        @Override
        public void visit(Code code) {
            whole(code, TokenKind.STRING);
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            whole(code, TokenKind.STRING);
        }

        @Override
        public void visit(HtmlBlock html) {
            whole(html, TokenKind.TAG);
        }

        @Override
        public void visit(HtmlInline html) {
            whole(html, TokenKind.TAG);
        }

        @Override
        public void visit(ThematicBreak thematicBreak) {
            whole(thematicBreak, TokenKind.PUNCTUATION);
        }

        @Override
        public void visit(BlockQuote quote) {
            for (var line : quote.getSourceSpans()) {
                add(line.getInputIndex(), line.getInputIndex() + 1, TokenKind.PUNCTUATION);
            }
            visitChildren(quote);
        }

        @Override
        public void visit(ListItem item) {
            var start = item.getSourceSpans().isEmpty()
                    ? 0
                    : item.getSourceSpans().getFirst().getInputIndex();
            var end = start;
            while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            add(start, end, TokenKind.PUNCTUATION);
            visitChildren(item);
        }

        @Override
        public void visit(FencedCodeBlock block) {
            var lines = block.getSourceSpans();
            var closed = block.getClosingFenceLength() != null && lines.size() > 1;
            mark(lines.getFirst());
            if (closed) {
                mark(lines.getLast());
            }
            var label = block.getInfo() == null ? "" : block.getInfo().split("\\s", 2)[0];
            var inside = lines.subList(1, closed ? lines.size() - 1 : lines.size());
            if (inside.isEmpty()) {
                return;
            }
            var start = inside.getFirst().getInputIndex();
            var end = end(inside.getLast());
            Languages.ofFence(label)
                    .filter(l -> !l.id().equals("markdown"))
                    .ifPresentOrElse(
                            l -> LEXERS.highlight(l, text.substring(start, end))
                                    .forEach(s -> add(start + s.start(), start + s.end(), s.kind())),
                            () -> inside.forEach(line -> add(line.getInputIndex(), end(line), TokenKind.STRING)));
        }

        private void mark(SourceSpan fence) {
            var start = fence.getInputIndex();
            var end = start;
            while (end < end(fence) && (text.charAt(end) == '`' || text.charAt(end) == '~')) {
                end++;
            }
            add(start, end, TokenKind.PUNCTUATION);
            add(end, end(fence), TokenKind.ATTRIBUTE);
        }

        private void whole(Node node, TokenKind kind) {
            for (var line : node.getSourceSpans()) {
                add(line.getInputIndex(), end(line), kind);
            }
            visitChildren(node);
        }

        private static int end(SourceSpan line) {
            return line.getInputIndex() + line.getLength();
        }

        private void add(int start, int end, TokenKind kind) {
            if (start < end) {
                found.add(new Span(start, end, kind));
            }
        }
    }
}
