package dev.quarry.ui.editor;

import dev.quarry.language.Highlighter;
import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.language.Span;
import dev.quarry.language.syntax.SyntaxError;
import dev.quarry.ui.fx.FxThread;
import dev.quarry.ui.fx.LatestWork;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.StyleSpan;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.reactfx.Subscription;

/// Keeps the visible lines of an area coloured and marked. Edits go to a background thread that reads the text; what it
/// finds comes back with the version of the text it belongs to, and holds up to the first place changed since. Only
/// lines in view, and a screen around them, are ever styled: styling is what costs, not reading. FX thread only.
final class Colouring implements AutoCloseable {
    private final CodeArea area;
    private final ObservableValue<Language> language;
    private final Consumer<List<SyntaxError>> onErrors;
    private final Highlighter quick;
    private final TextReader reader;
    private final LatestWork<TextReader.Job, TextReader.Reading> work;
    private final Subscription subscription;

    private static final StyleSpan<Collection<String>> LINE_END = new StyleSpan<>(List.of(), 1);

    private final Deque<PlainTextChange> unread = new ArrayDeque<>();
    private final Deque<Change> sinceSpans = new ArrayDeque<>();
    private final Map<String, List<Mark>> layers = new LinkedHashMap<>();
    private long version;
    private boolean streaming;
    private boolean held;
    private boolean ahead;
    private List<Span> spans = List.of();
    private int spansStart;
    private int spansEnd;
    private int holdsUpTo = Integer.MAX_VALUE;
    private boolean paintPending;
    private boolean preliminary;
    private final BooleanProperty whitespace = new SimpleBooleanProperty();

    private record Change(long version, int offset) {}

    /// Where lines are in view, with a margin around them.
    ///
    /// @param from first line, 0-based
    /// @param to last line, inclusive
    private record Lines(int from, int to) {}

    /// @param onErrors told the syntax errors whenever the text was read whole
    Colouring(
            CodeArea area,
            Highlighter highlighter,
            ObservableValue<Language> language,
            Consumer<List<SyntaxError>> onErrors) {
        this.area = area;
        this.language = language;
        this.onErrors = onErrors;
        quick = highlighter;
        reader = new TextReader(highlighter);
        work = new LatestWork<>("colouring-" + area.getId(), 16, this::job, reader::read, this::show);
        subscription = area.plainTextChanges()
                .subscribe(this::changed)
                .and(area.viewportDirtyEvents().subscribe(event -> paintSoon()));
        area.currentParagraphProperty().addListener((o, was, is) -> lookAhead());
        whitespace.addListener((o, was, is) -> paintSoon());
        language.addListener((o, was, is) -> {
            spans = List.of();
            spansEnd = 0;
            read();
        });
    }

    /// Whether more text is coming at the end: then what is open there is no error.
    void setStreaming(boolean more) {
        if (streaming != more) {
            streaming = more;
            read();
        }
    }

    /// Leaves the text unread until told otherwise: what is there is a part only.
    void readNoMore() {
        held = true;
    }

    void readOn() {
        held = false;
        read();
    }

    private void read() {
        if (!held) {
            work.request();
        }
    }

    /// Colours the whole text at once, as lexing it alone tells; it must be short.
    void preview(String text) {
        var found = quick.highlight(language.getValue(), text);
        if (!text.isEmpty() && !language.getValue().equals(Languages.PLAIN_TEXT)) {
            area.setStyleSpans(0, LineStyles.of(0, text.length(), found, 0, List.of()));
        }
    }

    private void changed(PlainTextChange change) {
        version++;
        unread.add(change);
        sinceSpans.add(new Change(version, change.getPosition()));
        holdsUpTo = Math.min(holdsUpTo, change.getPosition());
        read();
    }

    private TextReader.Job job() {
        var edits = List.copyOf(unread);
        unread.clear();
        var lines = ahead ? linesAroundCaret(2) : linesAround(2);
        ahead = false;
        var start = area.getAbsolutePosition(lines.from(), 0);
        var end = area.getAbsolutePosition(lines.to(), area.getParagraphLength(lines.to()));
        return new TextReader.Job(edits, version, language.getValue(), streaming, start, end);
    }

    /// The view is about to follow the caret: what it will show is read, and coloured, before it is laid out.
    private void lookAhead() {
        if (isCaretFarAway()) {
            ahead = true;
            read();
        }
    }

    private boolean isCaretFarAway() {
        return !area.getVisibleParagraphs().isEmpty() && !isIn(linesAround(1), area.getCurrentParagraph());
    }

    /// Whether what was read is round a caret that is not in view.
    private boolean readAhead() {
        var caret = area.getCaretPosition();
        return isCaretFarAway() && spansStart <= caret && caret <= spansEnd;
    }

    private static boolean isIn(Lines lines, int line) {
        return lines.from() <= line && line <= lines.to();
    }

    private Lines linesAroundCaret(int screens) {
        var reach = (screens + 1) * Math.max(1, area.getVisibleParagraphs().size());
        var line = area.getCurrentParagraph();
        return new Lines(
                Math.max(0, line - reach), Math.min(area.getParagraphs().size() - 1, line + reach));
    }

    /// The lines in view and so many screens before and after; where nothing is laid out yet, the first lines.
    private Lines linesAround(int screens) {
        var last = area.getParagraphs().size() - 1;
        if (area.getVisibleParagraphs().isEmpty()) {
            return new Lines(0, Math.min(last, 100));
        }
        var first = area.firstVisibleParToAllParIndex();
        // While the view moves, its last line may still be that of the place it comes from.
        var height = Math.max(1, area.lastVisibleParToAllParIndex() - first + 1);
        return new Lines(Math.max(0, first - screens * height), Math.min(last, first + height - 1 + screens * height));
    }

    private void show(TextReader.Reading reading) {
        spans = reading.spans();
        spansStart = reading.start();
        spansEnd = reading.end();
        while (!sinceSpans.isEmpty() && sinceSpans.peek().version() <= reading.version()) {
            sinceSpans.remove();
        }
        holdsUpTo = sinceSpans.stream().mapToInt(Change::offset).min().orElse(Integer.MAX_VALUE);
        if (reading.errors() != null && sinceSpans.isEmpty()) {
            onErrors.accept(reading.errors());
        }
        if (readAhead()) {
            paint(linesAroundCaret(0));
        } else {
            paint();
        }
        preliminary = reading.preliminary();
        if (preliminary) {
            read();
        }
    }

    /// Puts marks on the text instead of those of the same layer. They go stale with the next edit: whoever sets them
    /// sets them again.
    void setMarks(String layer, List<Mark> marks) {
        layers.put(layer, marks);
        paintSoon();
    }

    private void paintSoon() {
        if (!paintPending) {
            paintPending = true;
            FxThread.LATER.execute(() -> {
                paintPending = false;
                paint();
            });
        }
    }

    private void paint() {
        if (!area.getVisibleParagraphs().isEmpty()) {
            paint(linesAround(1));
        }
    }

    /// Neighbours are styled in one change: each change has its price.
    private void paint(Lines lines) {
        var start = area.getAbsolutePosition(lines.from(), 0);
        var next = firstSpanEndingAfter(start);
        var marks = marksIn(
                layers.values().stream().flatMap(List::stream).toList(),
                start,
                area.getAbsolutePosition(lines.to(), area.getParagraphLength(lines.to())));
        var run = new StyleSpansBuilder<Collection<String>>();
        var runFrom = -1;
        for (var i = lines.from(); i <= lines.to(); i++) {
            var length = area.getParagraphLength(i);
            var end = start + length;
            if (end > holdsUpTo) {
                break; // the next reading is on its way
            }
            var changed = false;
            if (start < spansStart || end > spansEnd) {
                read(); // scrolled out of what was read
                if (start >= spansEnd) {
                    break;
                }
            } else if (length > 0) {
                while (next < spans.size() && spans.get(next).end() <= start) {
                    next++;
                }
                var wanted = LineStyles.of(start, length, spans, next, marksOf(i, start, end, marks));
                changed = !wanted.equals(area.getStyleSpans(i));
                if (changed) {
                    if (runFrom < 0) {
                        runFrom = start;
                    } else {
                        run.add(LINE_END);
                    }
                    run.addAll(wanted);
                }
            }
            if (!changed && runFrom >= 0) {
                area.setStyleSpans(runFrom, run.create());
                run = new StyleSpansBuilder<>();
                runFrom = -1;
            }
            start = end + 1;
        }
        if (runFrom >= 0) {
            area.setStyleSpans(runFrom, run.create());
        }
    }

    /// Whether the text as it stands now has been read whole.
    boolean isRead() {
        return sinceSpans.isEmpty() && !preliminary && spansEnd > 0;
    }

    BooleanProperty whitespaceProperty() {
        return whitespace;
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

    private int firstSpanEndingAfter(int offset) {
        var low = 0;
        var high = spans.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (spans.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public void close() {
        subscription.unsubscribe();
        work.close(reader);
        unread.clear();
        sinceSpans.clear();
        spans = List.of();
    }
}
