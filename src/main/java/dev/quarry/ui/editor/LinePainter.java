package dev.quarry.ui.editor;

import dev.quarry.language.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpan;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.jspecify.annotations.Nullable;

/// Styles lines of an area by what was read of its text and by the marks on it. Lines that look as they
/// should are left alone, and neighbours are styled in one change: each change has its price. FX thread only.
final class LinePainter {
    private static final StyleSpan<Collection<String>> LINE_END = new StyleSpan<>(List.of(), 1);

    private final CodeArea area;
    private final Map<String, List<Mark>> layers = new LinkedHashMap<>();
    private final BooleanProperty whitespace = new SimpleBooleanProperty();

    LinePainter(CodeArea area) {
        this.area = area;
    }

    /// What was read of the text.
    ///
    /// @param spans in their order
    /// @param start offset of the first unit that was read
    /// @param end offset after the last one
    /// @param holdsUpTo offset of the first change since
    record Known(List<Span> spans, int start, int end, int holdsUpTo) {

        static final Known NOTHING = new Known(List.of(), 0, 0, Integer.MAX_VALUE);

        Known upTo(int offset) {
            return new Known(spans, start, end, Math.min(holdsUpTo, offset));
        }
    }

    /// Puts marks on the text instead of those of the same layer; [#paint] shows them.
    void setMarks(String layer, List<Mark> marks) {
        layers.put(layer, marks);
    }

    /// Whether blanks and tabs are shown.
    BooleanProperty whitespaceProperty() {
        return whitespace;
    }

    /// Styles lines, as far as what is known holds.
    ///
    /// @return whether some of them lie outside of what was read
    boolean paint(VisibleLines.Lines lines, Known known) {
        var start = area.getAbsolutePosition(lines.from(), 0);
        var next = Span.firstEndingAfter(start, known.spans());
        var marks = marksIn(
                layers.values().stream().flatMap(List::stream).toList(),
                start,
                area.getAbsolutePosition(lines.to(), area.getParagraphLength(lines.to())));
        var change = new Change();
        var outside = false;
        for (var i = lines.from(); i <= lines.to(); i++) {
            var length = area.getParagraphLength(i);
            var end = start + length;
            if (end > known.holdsUpTo()) {
                break; // the next reading is on its way
            }
            var changed = false;
            if (start < known.start() || end > known.end()) {
                outside = true; // scrolled out of what was read
                if (start >= known.end()) {
                    break;
                }
            } else if (length > 0) {
                while (next < known.spans().size() && known.spans().get(next).end() <= start) {
                    next++;
                }
                var wanted = LineStyles.of(start, length, known.spans(), next, marksOf(i, start, end, marks));
                changed = !wanted.equals(area.getStyleSpans(i));
                if (changed) {
                    change.add(start, wanted);
                }
            }
            if (!changed) {
                change.apply();
            }
            start = end + 1;
        }
        change.apply();
        return outside;
    }

    /// The styles of neighbouring lines.
    private final class Change {
        private @Nullable StyleSpansBuilder<Collection<String>> styles;
        private int from;

        void add(int start, StyleSpans<Collection<String>> ofLine) {
            if (styles == null) {
                styles = new StyleSpansBuilder<>();
                from = start;
            } else {
                styles.add(LINE_END);
            }
            styles.addAll(ofLine);
        }

        void apply() {
            if (styles != null) {
                area.setStyleSpans(from, styles.create());
                styles = null;
            }
        }
    }

    private List<Mark> marksOf(int line, int start, int end, List<Mark> near) {
        var marks = marksIn(near, start, end);
        if (whitespace.get()) {
            marks = new ArrayList<>(marks);
            marks.addAll(WhitespaceMarks.of(start, area.getText(line)));
        }
        return marks;
    }

    private static List<Mark> marksIn(List<Mark> marks, int start, int end) {
        List<Mark> found = List.of();
        for (var mark : marks) {
            if (mark.start() < end && mark.end() > start) {
                if (found.isEmpty()) {
                    found = new ArrayList<>();
                }
                found.add(mark);
            }
        }
        return found;
    }
}
