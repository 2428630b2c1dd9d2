package dev.quarry.ui.editor;

import dev.quarry.language.Highlighter;
import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.language.Span;
import dev.quarry.language.syntax.SyntaxDocument;
import dev.quarry.language.syntax.SyntaxError;
import java.util.ArrayList;
import java.util.List;
import org.fxmisc.richtext.model.PlainTextChange;
import org.jspecify.annotations.Nullable;

/// The background half of the colouring: keeps a copy of the text up to date by its edits, and reads it. One thread
/// only.
final class TextReader implements AutoCloseable {

    /// From this length on, in UTF-16 units, the first colours of a text that is new come from lexing what is in view:
    /// reading the whole of it takes longer than a frame or two.
    private static final int LARGE = 150_000;

    /// What is to be read.
    ///
    /// @param edits since the last reading, in order
    /// @param version of the text after the edits
    /// @param streaming whether more text is coming at the end
    /// @param start of the part to colour, in UTF-16 units
    /// @param end exclusive
    record Job(List<PlainTextChange> edits, long version, Language language, boolean streaming, int start, int end) {}

    /// What was read.
    ///
    /// @param start of the part that the spans colour
    /// @param end exclusive
    /// @param errors null when they were not looked for
    /// @param preliminary whether reading the same again gives better colours
    record Reading(
            long version,
            int start,
            int end,
            List<Span> spans,
            @Nullable List<SyntaxError> errors,
            boolean preliminary) {}

    private final Highlighter quick;
    private final StringBuilder mirror = new StringBuilder();
    private String text = "";
    private @Nullable SyntaxDocument document;
    private boolean stale = true;
    private boolean streamed;
    private boolean previewed;

    TextReader(Highlighter quick) {
        this.quick = quick;
    }

    Reading read(Job job) {
        apply(job.edits());
        var current = open(job.language());
        var end = Math.min(job.end(), text.length());
        var start = Math.min(job.start(), end);
        if (stale && !job.streaming() && text.length() > LARGE && !previewed) {
            previewed = true;
            return new Reading(job.version(), start, end, preview(job.language(), start, end), null, true);
        }
        List<SyntaxError> errors = null;
        if (stale || streamed != job.streaming()) {
            if (job.streaming()) {
                current.updateStreaming(text);
                errors = List.of();
            } else {
                current.update(text);
                errors = current.errors();
            }
            stale = false;
            streamed = job.streaming();
        }
        return new Reading(job.version(), start, end, current.spans(start, end), errors, false);
    }

    private void apply(List<PlainTextChange> edits) {
        if (edits.isEmpty()) {
            return;
        }
        for (var edit : edits) {
            mirror.replace(edit.getPosition(), edit.getRemovalEnd(), edit.getInserted());
            if (edit.getInserted().length() > LARGE) {
                previewed = false;
            }
        }
        text = mirror.toString();
        stale = true;
    }

    private SyntaxDocument open(Language language) {
        if (document == null || !document.language().equals(language)) {
            if (document != null) {
                document.close();
            }
            document = SyntaxDocument.open(language);
            stale = true;
            previewed = false;
        }
        return document;
    }

    /// Colours a part as if the text began there: right for nearly all lines, and at once.
    private List<Span> preview(Language language, int start, int end) {
        if (language.equals(Languages.PLAIN_TEXT)) {
            return List.of();
        }
        var spans = new ArrayList<Span>();
        for (var span : quick.highlight(language, text.substring(start, end))) {
            spans.add(new Span(span.start() + start, span.end() + start, span.kind()));
        }
        return spans;
    }

    @Override
    public void close() {
        if (document != null) {
            document.close();
            document = null;
        }
    }
}
