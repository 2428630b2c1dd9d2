package dev.quarry.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A text as lines, each with the ending it has. Lines are 0-based. LF, CRLF and a lone CR end a line; the text
/// after the last of them is a line only when it is not empty, so `"a\n"` has one line and `""` none.
public final class LineText {

    /// The text without a line.
    public static final LineText EMPTY = of("");

    private final String text;
    private final List<String> lines;
    private final List<LineEnding> endings;

    private LineText(String text, List<String> lines, List<LineEnding> endings) {
        this.text = text;
        this.lines = lines;
        this.endings = endings;
    }

    /// Cuts a text into lines.
    public static LineText of(String text) {
        var lines = new ArrayList<String>();
        var endings = new ArrayList<LineEnding>();
        var onlyLf = text.indexOf('\r') < 0;
        var start = 0;
        while (start < text.length()) {
            var end = onlyLf ? text.indexOf('\n', start) : endOfLine(text, start);
            end = end < 0 ? text.length() : end;
            var ending = endingAt(text, end);
            lines.add(text.substring(start, end));
            endings.add(ending);
            start = end + ending.text().length();
        }
        return new LineText(text, Collections.unmodifiableList(lines), Collections.unmodifiableList(endings));
    }

    private static int endOfLine(String text, int start) {
        for (var i = start; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                return i;
            }
        }
        return text.length();
    }

    private static LineEnding endingAt(String text, int end) {
        if (end == text.length()) {
            return LineEnding.NONE;
        }
        if (text.charAt(end) == '\n') {
            return LineEnding.LF;
        }
        return end + 1 < text.length() && text.charAt(end + 1) == '\n' ? LineEnding.CRLF : LineEnding.CR;
    }

    /// The whole text, every character as it was given.
    public String text() {
        return text;
    }

    /// How many lines there are.
    public int size() {
        return lines.size();
    }

    /// The lines without their endings.
    public List<String> lines() {
        return lines;
    }

    /// One line without its ending.
    public String line(int index) {
        return lines.get(index);
    }

    /// What ends that line; [LineEnding#NONE] only for the last one.
    public LineEnding ending(int index) {
        return endings.get(index);
    }

    /// The ending most lines have, LF before CRLF before CR where they are as many; empty when no line has one.
    public Optional<LineEnding> mainEnding() {
        var counts = endingCounts();
        return counts.keySet().stream().max((a, b) -> {
            var byCount = Integer.compare(counts.getOrDefault(a, 0), counts.getOrDefault(b, 0));
            return byCount != 0 ? byCount : b.compareTo(a);
        });
    }

    /// Whether lines end in more than one way.
    public boolean mixesEndings() {
        return endingCounts().size() > 1;
    }

    private Map<LineEnding, Integer> endingCounts() {
        var counts = new EnumMap<LineEnding, Integer>(LineEnding.class);
        for (var ending : endings) {
            if (ending != LineEnding.NONE) {
                counts.merge(ending, 1, Integer::sum);
            }
        }
        return counts;
    }

    /// Whether the last line has an ending; false for the empty text.
    public boolean endsWithNewline() {
        return !endings.isEmpty() && endings.getLast() != LineEnding.NONE;
    }

    /// The text with lines `from` to `to` (exclusive) replaced. The new lines end as most lines here do;
    /// whether the text ends with a newline stays as it is.
    public LineText withLines(int from, int to, String replacement) {
        var put = of(replacement);
        var newline = mainEnding().or(put::mainEnding).orElse(LineEnding.LF).text();
        var result = new StringBuilder(text.length() + replacement.length());
        append(result, 0, from, newline);
        put.lines().forEach(line -> result.append(line).append(newline));
        append(result, to, size(), newline);
        var changed = of(result.toString());
        var newlineAtEnd = lines.isEmpty() ? put.endsWithNewline() : endsWithNewline();
        return newlineAtEnd ? changed : changed.withoutFinalNewline();
    }

    private void append(StringBuilder result, int from, int to, String newline) {
        for (var i = from; i < to; i++) {
            var ending = ending(i);
            result.append(line(i)).append(ending == LineEnding.NONE ? newline : ending.text());
        }
    }

    private LineText withoutFinalNewline() {
        return lines.isEmpty()
                ? this
                : of(text.substring(0, text.length() - endings.getLast().text().length()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LineText that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
