package dev.quarry.ui.run;

import dev.quarry.language.Highlighter;
import dev.quarry.ui.fx.LatestWork;
import dev.quarry.ui.fx.StyleSheets;
import java.util.Collection;
import java.util.List;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.util.UndoUtils;

/// The answer as rendered Markdown. The whole of it is rendered again in the background while it grows, but only the
/// lines that came out differently are replaced on the screen. FX thread only.
final class AnswerView extends StackPane implements AutoCloseable {
    private static final int REST_MILLIS = 80;

    private final StyleClassedTextArea area = new StyleClassedTextArea();
    private final LatestWork<String, List<AnswerLine>> rendering;
    private final RunModel model;
    private List<AnswerLine> shown = List.of();
    private boolean dirty;

    AnswerView(RunModel model, Highlighter highlighter) {
        this.model = model;
        area.setId("answer-view");
        area.setEditable(false);
        area.setWrapText(true);
        area.setUndoManager(UndoUtils.noOpUndoManager());
        area.getStyleClass().add("answer");
        area.getStylesheets().add(StyleSheets.named("syntax.css"));
        getChildren().add(new VirtualizedScrollPane<>(area));
        rendering = new LatestWork<>(
                "markdown", REST_MILLIS, model::answer, text -> MarkdownLines.of(text, highlighter), this::show);
        visibleProperty().addListener((o, was, is) -> refresh());
        model.addListener(new RunModel.Listener() {
            @Override
            public void cleared() {
                dirty = true;
                refresh();
            }

            @Override
            public void answerAdded(String text) {
                dirty = true;
                refresh();
            }

            @Override
            public void codeAdded(String text) {}
        });
    }

    /// Renders what has come, unless nobody looks.
    private void refresh() {
        if (dirty && isVisible()) {
            dirty = false;
            rendering.request();
        }
    }

    private void show(List<AnswerLine> lines) {
        var same = 0;
        var least = Math.min(lines.size(), shown.size());
        while (same < least && lines.get(same).equals(shown.get(same))) {
            same++;
        }
        if (same == lines.size() && same == shown.size()) {
            return;
        }
        var follow = model.running().get()
                && (area.getVisibleParagraphs().isEmpty()
                        || area.lastVisibleParToAllParIndex()
                                >= area.getParagraphs().size() - 2);
        // The last line that stays is replaced too, so that the seam is a whole line on both sides.
        var from = Math.max(0, same - 1);
        var start = from == 0 ? 0 : area.getAbsolutePosition(from, 0);
        area.getContent().replace(start, area.getLength(), document(lines.subList(from, lines.size())));
        shown = lines;
        if (follow) {
            area.showParagraphAtBottom(area.getParagraphs().size() - 1);
        } else if (same == 0) {
            area.showParagraphAtTop(0);
        }
    }

    private ReadOnlyStyledDocument<Collection<String>, String, Collection<String>> document(List<AnswerLine> lines) {
        var builder = new ReadOnlyStyledDocumentBuilder<Collection<String>, String, Collection<String>>(
                area.getSegOps(), area.getInitialParagraphStyle());
        if (lines.isEmpty()) {
            builder.addParagraph("", List.of());
        }
        for (var line : lines) {
            var text = new StringBuilder();
            var spans = new StyleSpansBuilder<Collection<String>>();
            for (var piece : line.pieces()) {
                text.append(piece.text());
                spans.add(piece.styles(), piece.text().length());
            }
            if (text.isEmpty()) {
                builder.addParagraph("", List.of(), line.styles());
            } else {
                builder.addParagraph(text.toString(), spans.create(), line.styles());
            }
        }
        return builder.build();
    }

    @Override
    public void close() {
        rendering.close();
        area.dispose();
    }
}
