package dev.quarry.ui.run;

import dev.quarry.language.Highlighter;
import dev.quarry.language.Languages;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Turns Markdown into lines of styled pieces. Raw HTML is shown as the text it is, links are not followed and images
/// not loaded: an answer is data. Any thread.
final class MarkdownLines {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private MarkdownLines() {}

    static List<AnswerLine> of(String markdown, Highlighter highlighter) {
        var writer = new Writer(highlighter);
        PARSER.parse(markdown).accept(writer);
        return writer.lines;
    }

    private static final class Writer extends AbstractVisitor {
        private static final int DEEPEST = 6;

        private final Highlighter highlighter;
        private final List<AnswerLine> lines = new ArrayList<>();
        private final List<String> inline = new ArrayList<>();
        private List<AnswerLine.Piece> pieces = new ArrayList<>();
        private List<String> block = List.of("body");
        private int depth;
        private boolean blockStart = true;
        private boolean quoted;

        private Writer(Highlighter highlighter) {
            this.highlighter = highlighter;
        }

        private void startBlock(String style) {
            block = List.of(style);
            blockStart = true;
        }

        private void piece(String text, String... extra) {
            if (!text.isEmpty()) {
                var styles = new ArrayList<>(inline);
                styles.addAll(List.of(extra));
                pieces.add(new AnswerLine.Piece(text, List.copyOf(styles)));
            }
        }

        private void endLine() {
            var styles = new ArrayList<>(block);
            if (blockStart && !lines.isEmpty()) {
                styles.add("block-start");
            }
            if (depth > 0) {
                styles.add("indent-" + Math.min(depth, DEEPEST));
            }
            if (quoted) {
                styles.add("quote");
            }
            lines.add(new AnswerLine(styles, pieces));
            pieces = new ArrayList<>();
            blockStart = false;
        }

        @Override
        public void visit(Heading heading) {
            startBlock("heading-" + Math.min(heading.getLevel(), 4));
            visitChildren(heading);
            endLine();
        }

        @Override
        public void visit(Paragraph paragraph) {
            if (!(paragraph.getParent() instanceof ListItem) || paragraph.getPrevious() != null) {
                startBlock("body");
            }
            visitChildren(paragraph);
            endLine();
        }

        @Override
        public void visit(BulletList list) {
            list(list, null);
        }

        @Override
        public void visit(OrderedList list) {
            list(list, list.getMarkerStartNumber());
        }

        private void list(Node list, @Nullable Integer first) {
            depth++;
            var number = first == null ? 0 : first;
            for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
                startBlock(item.getPrevious() == null && depth == 1 ? "body" : "item");
                blockStart = item.getPrevious() == null && depth == 1;
                piece(first == null ? (depth % 2 == 1 ? "•  " : "◦  ") : number++ + ".  ", "marker");
                if (item.getFirstChild() == null) {
                    endLine();
                }
                visitChildren(item);
                if (!pieces.isEmpty()) {
                    endLine();
                }
            }
            depth--;
        }

        @Override
        public void visit(BlockQuote quote) {
            var before = quoted;
            quoted = true;
            visitChildren(quote);
            quoted = before;
        }

        @Override
        public void visit(FencedCodeBlock code) {
            code(code.getLiteral(), code.getInfo() == null ? "" : code.getInfo());
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            code(code.getLiteral(), "");
        }

        @Override
        public void visit(HtmlBlock html) {
            code(html.getLiteral(), "html");
        }

        private void code(String literal, String info) {
            if (!pieces.isEmpty()) {
                endLine();
            }
            var text = literal.endsWith("\n") ? literal.substring(0, literal.length() - 1) : literal;
            var label = info.isBlank() ? "" : info.strip().split("\\s+", 2)[0];
            var language = Languages.ofFence(label).orElse(Languages.PLAIN_TEXT);
            startBlock("code");
            var spans = highlighter.highlight(language, text);
            var at = 0;
            var next = 0;
            for (var line : text.split("\n", -1)) {
                var end = at + line.length();
                while (next < spans.size() && spans.get(next).start() < end) {
                    var span = spans.get(next);
                    if (span.end() > at) {
                        var from = Math.max(at, span.start());
                        piece(text.substring(at, from));
                        at = Math.min(end, span.end());
                        piece(text.substring(from, at), span.kind().styleClass());
                    }
                    if (span.end() > end) {
                        break;
                    }
                    next++;
                }
                piece(text.substring(at, end));
                endLine();
                at = end + 1;
            }
        }

        @Override
        public void visit(CustomBlock custom) {
            if (custom instanceof TableBlock table) {
                startBlock("table");
                for (var row : TableText.of(table)) {
                    piece(row);
                    endLine();
                }
            } else {
                visitChildren(custom);
            }
        }

        @Override
        public void visit(ThematicBreak rule) {
            startBlock("rule");
            piece(" ");
            endLine();
        }

        @Override
        public void visit(Text text) {
            piece(text.getLiteral());
        }

        @Override
        public void visit(HtmlInline html) {
            piece(html.getLiteral());
        }

        @Override
        public void visit(Code code) {
            piece(code.getLiteral(), "inline-code");
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            piece(" ");
        }

        @Override
        public void visit(HardLineBreak lineBreak) {
            endLine();
        }

        @Override
        public void visit(Emphasis emphasis) {
            within("em", emphasis);
        }

        @Override
        public void visit(StrongEmphasis strong) {
            within("strong", strong);
        }

        @Override
        public void visit(Link link) {
            within("link", link);
        }

        @Override
        public void visit(Image image) {
            within("em", image);
        }

        private void within(String style, Node node) {
            inline.add(style);
            visitChildren(node);
            inline.removeLast();
        }
    }
}
