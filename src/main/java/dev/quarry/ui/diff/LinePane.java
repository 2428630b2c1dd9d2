package dev.quarry.ui.diff;

import dev.quarry.diff.ColumnRange;
import dev.quarry.diff.Hunk;
import dev.quarry.diff.Row;
import dev.quarry.language.Span;
import dev.quarry.language.TokenKind;
import dev.quarry.ui.control.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// One line of one side, or of both in one column: its numbers, its mark, its text. Reused for one line after the
/// other. FX thread only.
final class LinePane extends Region {
    private static final List<String> LOOKS = List.of("added", "removed", "moved", "filler", "same");

    private final Metrics metrics;
    private final List<Text> numbers = new ArrayList<>();
    private final Text mark = text("diff-mark");
    private final Pane content = new Pane();
    private final Rectangle clip = new Rectangle();
    private final List<Text> pieces = new ArrayList<>();
    private final List<@Nullable Region> grounds = new ArrayList<>();
    private List<LineMark> marks = List.of();
    private List<Region> markGrounds = List.of();
    private String line = "";

    /// @param numberColumns 1, or 2 where both sides share the column
    LinePane(Metrics metrics, int numberColumns) {
        this.metrics = metrics;
        getStyleClass().add("diff-line");
        for (var i = 0; i < numberColumns; i++) {
            numbers.add(text("diff-number"));
        }
        content.getStyleClass().add("diff-content");
        content.setClip(clip);
        content.setManaged(false);
        getChildren().add(content);
        getChildren().addAll(numbers);
        getChildren().add(mark);
        metrics.scrollProperty().addListener((o, was, is) -> requestLayout());
    }

    private static Text text(String styleClass) {
        var text = new Text();
        text.getStyleClass().addAll("text", styleClass);
        text.setTextOrigin(VPos.TOP);
        text.setManaged(false);
        return text;
    }

    /// Shows what a row has on that side.
    void show(Comparison comparison, Side side, Row row, LineColours colours) {
        var line = side.line(row);
        clear();
        if (line == Row.FILLER) {
            look("filler");
            return;
        }
        numbers.getFirst().setText(String.valueOf(line + 1));
        fill(comparison, side, row, line, colours);
    }

    /// Shows a row that is alone in its column.
    void showUnified(Comparison comparison, Row row, LineColours colours) {
        clear();
        var side = row.fillerRight() ? Side.LEFT : Side.RIGHT;
        for (var each : Side.values()) {
            var line = each.line(row);
            numbers.get(each == Side.LEFT ? 0 : 1).setText(line == Row.FILLER ? "" : String.valueOf(line + 1));
        }
        fill(comparison, side, row, side.line(row), colours);
    }

    /// Lets parts of the line stand out.
    void mark(List<LineMark> parts) {
        if (marks.equals(parts)) {
            return;
        }
        marks = List.copyOf(parts);
        markGrounds =
                marks.stream().map(part -> ground(part.kind().styleClass())).toList();
        var fromBelow = new ArrayList<Node>();
        for (var ground : grounds) {
            if (ground != null) {
                fromBelow.add(ground);
            }
        }
        fromBelow.addAll(markGrounds);
        fromBelow.addAll(pieces);
        content.getChildren().setAll(fromBelow);
        requestLayout();
    }

    private static Region ground(String styleClass) {
        var ground = new Region();
        ground.getStyleClass().add(styleClass);
        ground.setManaged(false);
        return ground;
    }

    /// The UTF-16 unit of the line before which that place is.
    ///
    /// @param x in pixels of this pane
    int columnAt(double x) {
        var shown = x - content.getLayoutX() + metrics.scrollProperty().get();
        return LinePiece.columnAt(line, LineRuler.characterAt(pieces, shown, metrics));
    }

    /// The line that is shown; empty where there is none.
    String line() {
        return line;
    }

    void showFiller() {
        clear();
        look("filler");
    }

    /// Shows a line as it is.
    ///
    /// @param line 0-based
    /// @param look a style class
    void showAlone(int line, String text, List<Span> colours, String look) {
        clear();
        look(look);
        numbers.getFirst().setText(String.valueOf(line + 1));
        for (var piece : LinePiece.cut(text, colours, List.of())) {
            add(piece.text(), piece.kind(), false);
        }
    }

    private void clear() {
        numbers.forEach(n -> n.setText(""));
        line = "";
        marks = List.of();
        markGrounds = List.of();
        mark.setText("");
        content.getChildren().clear();
        pieces.clear();
        grounds.clear();
        requestLayout();
    }

    private void look(String look) {
        for (var each : LOOKS) {
            if (!each.equals(look)) {
                getStyleClass().remove(each);
            }
        }
        if (!getStyleClass().contains(look)) {
            getStyleClass().add(look);
        }
    }

    private void fill(Comparison comparison, Side side, Row row, int index, LineColours colours) {
        line = comparison.text(side).line(index);
        var differs = row.hunk() != Row.NO_HUNK && row.kind() != Row.Kind.SAME;
        var moved = differs && comparison.movedTo(side, index) > 0;
        look(!differs ? "same" : moved ? "moved" : side == Side.LEFT ? "removed" : "added");
        mark.setText(!differs ? "" : side == Side.LEFT ? "−" : "+");
        var changes = row.kind() == Row.Kind.CHANGED && !moved
                ? withinLine(comparison, side, row, index)
                : List.<ColumnRange>of();
        for (var piece : LinePiece.cut(line, colours.of(index), changes)) {
            add(piece.text(), piece.kind(), piece.changed());
        }
        if (differs
                && comparison.diff().hunks().get(row.hunk()).kind() == Hunk.Kind.FINAL_NEWLINE
                && !comparison.text(side).endsWithNewline()) {
            var note = text("diff-note");
            note.setText("  " + Texts.of("diff.noNewline"));
            addNodes(note, null);
        }
    }

    /// What changed within a line; nothing when that is all of it, which its ground says already.
    private static List<ColumnRange> withinLine(Comparison comparison, Side side, Row row, int line) {
        var changes = comparison.inline(side, row.hunk(), line);
        var text = comparison.text(side).line(line);
        var ink = text.length() - text.stripLeading().length();
        var whole = changes.size() == 1
                && changes.getFirst().from() <= ink
                && changes.getFirst().to() >= text.stripTrailing().length();
        return whole ? List.of() : changes;
    }

    private void add(String shown, @Nullable TokenKind kind, boolean changed) {
        var piece = text(kind == null ? "plain" : kind.styleClass());
        piece.setText(shown);
        if (changed) {
            addNodes(piece, ground("inline"));
        } else {
            addNodes(piece, null);
        }
    }

    private void addNodes(Text piece, @Nullable Region ground) {
        pieces.add(piece);
        grounds.add(ground);
        if (ground != null) {
            content.getChildren().add(ground);
        }
        content.getChildren().add(piece);
    }

    @Override
    protected void layoutChildren() {
        var height = getHeight();
        var top = Math.rint((height - metrics.textHeight()) / 2);
        var x = 0.0;
        for (var number : numbers) {
            x += metrics.numberWidth();
            var width = number.getText().length() * metrics.charWidth() * 0.85;
            place(number, x - Metrics.PAD - width, top + 1);
        }
        place(mark, x, top);
        x += metrics.markWidth();
        content.resizeRelocate(x, 0, Math.max(0, getWidth() - x), height);
        clip.setWidth(content.getWidth());
        clip.setHeight(height);
        var at = -metrics.scrollProperty().get();
        for (var i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            var width = metrics.width(piece);
            place(piece, at, top);
            var ground = grounds.get(i);
            if (ground != null) {
                ground.resizeRelocate(at, 1, width, height - 2);
            }
            at += width;
        }
        for (var i = 0; i < marks.size(); i++) {
            var from =
                    LineRuler.x(pieces, LinePiece.shownColumn(line, marks.get(i).from()), metrics);
            var to =
                    LineRuler.x(pieces, LinePiece.shownColumn(line, marks.get(i).to()), metrics);
            var start = from - metrics.scrollProperty().get();
            markGrounds.get(i).resizeRelocate(start, 0, to - from, height);
        }
    }

    private static void place(Node node, double x, double y) {
        node.relocate(x, y);
    }
}
