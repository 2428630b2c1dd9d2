package dev.quarry.ui.editor;

import dev.quarry.language.Highlighter;
import dev.quarry.language.Language;
import dev.quarry.language.Span;
import dev.quarry.ui.fx.FxThread;
import dev.quarry.ui.fx.LatestWork;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.reactfx.Subscription;

/// Keeps the visible lines of an area coloured. Edits go to a background thread that keeps a copy of the text; what it
/// finds comes back with the version of the text it belongs to, and holds up to the first place changed since.
/// Only lines in view, and a screen around them, are ever styled: styling is what costs, not lexing.
final class Colouring implements AutoCloseable {
    private final CodeArea area;
    private final Highlighter highlighter;
    private final ObservableValue<Language> language;
    private final LatestWork<Snapshot, Found> work;
    private final Subscription subscription;

    // FX thread only.
    private final Deque<PlainTextChange> changes = new ArrayDeque<>();
    private long version;
    private final Deque<Change> sinceSpans = new ArrayDeque<>();
    private List<Span> spans = List.of();
    private int holdsUpTo = Integer.MAX_VALUE;
    private boolean paintPending;
    private final Map<String, List<Mark>> layers = new LinkedHashMap<>();

    // Worker thread only.
    private final StringBuilder text = new StringBuilder();

    private record Change(long version, int offset) {}

    private record Snapshot(List<PlainTextChange> edits, long version, Language language) {}

    private record Found(List<Span> spans, long version) {}

    Colouring(CodeArea area, Highlighter highlighter, ObservableValue<Language> language) {
        this.area = area;
        this.highlighter = highlighter;
        this.language = language;
        work = new LatestWork<>("colouring-" + area.getId(), 16, this::snapshot, this::lex, this::show);
        subscription = area.plainTextChanges()
                .subscribe(this::changed)
                .and(area.viewportDirtyEvents().subscribe(event -> paintSoon()));
        language.addListener((o, was, is) -> {
            spans = List.of();
            holdsUpTo = Integer.MAX_VALUE;
            work.request();
        });
    }

    private void changed(PlainTextChange change) {
        version++;
        changes.add(change);
        sinceSpans.add(new Change(version, change.getPosition()));
        holdsUpTo = Math.min(holdsUpTo, change.getPosition());
        work.request();
    }

    private Snapshot snapshot() {
        var edits = List.copyOf(changes);
        changes.clear();
        return new Snapshot(edits, version, language.getValue());
    }

    private Found lex(Snapshot snapshot) {
        for (var edit : snapshot.edits()) {
            text.replace(edit.getPosition(), edit.getRemovalEnd(), edit.getInserted());
        }
        return new Found(highlighter.highlight(snapshot.language(), text.toString()), snapshot.version());
    }

    private void show(Found found) {
        spans = found.spans();
        while (!sinceSpans.isEmpty() && sinceSpans.peek().version() <= found.version()) {
            sinceSpans.remove();
        }
        holdsUpTo = sinceSpans.stream().mapToInt(Change::offset).min().orElse(Integer.MAX_VALUE);
        paint();
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
        if (area.getVisibleParagraphs().isEmpty()) {
            return;
        }
        var first = area.firstVisibleParToAllParIndex();
        var last = area.lastVisibleParToAllParIndex();
        var screen = last - first + 1;
        var from = Math.max(0, first - screen);
        var to = Math.min(area.getParagraphs().size() - 1, last + screen);
        var start = area.getAbsolutePosition(from, 0);
        var next = firstSpanEndingAfter(start);
        for (var i = from; i <= to; i++) {
            var length = area.getParagraphLength(i);
            if (start + length > holdsUpTo) {
                return;
            }
            while (next < spans.size() && spans.get(next).end() <= start) {
                next++;
            }
            if (length > 0) {
                var wanted = LineStyles.of(start, length, spans, next, marksIn(start, start + length));
                if (!wanted.equals(area.getStyleSpans(i))) {
                    area.setStyleSpans(i, 0, wanted);
                }
            }
            start += length + 1;
        }
    }

    /// Puts marks on the text instead of those of the same layer. They go stale with the next edit: whoever sets them
    /// sets them again.
    void setMarks(String layer, List<Mark> marks) {
        layers.put(layer, marks);
        paintSoon();
    }

    private List<Mark> marksIn(int start, int end) {
        var found = new ArrayList<Mark>();
        for (var layer : layers.values()) {
            for (var mark : layer) {
                if (mark.start() < end && mark.end() > start) {
                    found.add(mark);
                }
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
        work.close();
        changes.clear();
        sinceSpans.clear();
        spans = List.of();
    }
}
