package dev.quarry.ui.editor;

import dev.quarry.language.Highlighter;
import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.language.syntax.SyntaxError;
import dev.quarry.ui.fx.FxThread;
import dev.quarry.ui.fx.LatestWork;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.reactfx.Subscription;

/// Keeps the visible lines of an area coloured and marked. Edits go to a background thread that reads the text; what it
/// finds comes back with the version of the text it belongs to, and holds up to the first place changed since. Only
/// lines in view, and a screen around them, are ever styled: styling is what costs, not reading. FX thread only.
final class Colouring implements AutoCloseable {
    private final CodeArea area;
    private final ObservableValue<Language> language;
    private final Consumer<List<SyntaxError>> onErrors;
    private final Highlighter quick;
    private final VisibleLines view;
    private final LinePainter painter;
    private final TextReader reader;
    private final LatestWork<TextReader.Job, TextReader.Reading> work;
    private final Subscription subscription;

    private final Deque<PlainTextChange> unread = new ArrayDeque<>();
    private final Deque<Change> sinceSpans = new ArrayDeque<>();
    private long version;
    private boolean streaming;
    private boolean held;
    private boolean ahead;
    private LinePainter.Known known = LinePainter.Known.NOTHING;
    private boolean paintPending;
    private boolean preliminary;

    private record Change(long version, int offset) {}

    /// @param onErrors told the syntax errors whenever the text was read whole
    Colouring(
            CodeArea area,
            Highlighter highlighter,
            ObservableValue<Language> language,
            Consumer<List<SyntaxError>> onErrors) {
        this.area = area;
        view = new VisibleLines(area);
        painter = new LinePainter(area);
        this.language = language;
        this.onErrors = onErrors;
        quick = highlighter;
        reader = new TextReader(highlighter);
        work = new LatestWork<>("colouring-" + area.getId(), 16, this::job, reader::read, this::show);
        subscription = area.plainTextChanges()
                .subscribe(this::changed)
                .and(area.viewportDirtyEvents().subscribe(event -> paintSoon()));
        area.currentParagraphProperty().addListener((o, was, is) -> lookAhead());
        painter.whitespaceProperty().addListener((o, was, is) -> paintSoon());
        language.addListener((o, was, is) -> {
            known = LinePainter.Known.NOTHING.upTo(known.holdsUpTo());
            if (area.getLength() > 0) {
                read(); // nothing is loaded for an empty text
            }
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
        known = known.upTo(change.getPosition());
        read();
    }

    private TextReader.Job job() {
        var edits = List.copyOf(unread);
        unread.clear();
        var lines = ahead ? view.aroundCaret(2) : view.around(2);
        ahead = false;
        var start = area.getAbsolutePosition(lines.from(), 0);
        var end = area.getAbsolutePosition(lines.to(), area.getParagraphLength(lines.to()));
        return new TextReader.Job(edits, version, language.getValue(), streaming, start, end);
    }

    /// The view is about to follow the caret: what it will show is read, and coloured, before it is laid out.
    private void lookAhead() {
        if (view.isCaretFarAway()) {
            ahead = true;
            read();
        }
    }

    /// Whether what was read is round a caret that is not in view.
    private boolean readAhead() {
        var caret = area.getCaretPosition();
        return view.isCaretFarAway() && known.start() <= caret && caret <= known.end();
    }

    private void show(TextReader.Reading reading) {
        while (!sinceSpans.isEmpty() && sinceSpans.peek().version() <= reading.version()) {
            sinceSpans.remove();
        }
        var holdsUpTo = sinceSpans.stream().mapToInt(Change::offset).min().orElse(Integer.MAX_VALUE);
        known = new LinePainter.Known(reading.spans(), reading.start(), reading.end(), holdsUpTo);
        if (reading.errors() != null && sinceSpans.isEmpty()) {
            onErrors.accept(reading.errors());
        }
        if (readAhead()) {
            paint(view.aroundCaret(0));
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
        painter.setMarks(layer, marks);
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
        if (view.areLaidOut()) {
            paint(view.around(1));
        }
    }

    private void paint(VisibleLines.Lines lines) {
        if (painter.paint(lines, known)) {
            read();
        }
    }

    /// Whether the text as it stands now has been read whole.
    boolean isRead() {
        return sinceSpans.isEmpty() && !preliminary && known.end() > 0;
    }

    BooleanProperty whitespaceProperty() {
        return painter.whitespaceProperty();
    }

    @Override
    public void close() {
        subscription.unsubscribe();
        work.close(reader);
        unread.clear();
        sinceSpans.clear();
        known = LinePainter.Known.NOTHING;
    }
}
