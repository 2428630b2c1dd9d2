package dev.quarry.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/// Takes the code out of a Markdown answer while it streams in. Fences are read by the rules of CommonMark, with two
/// allowances for what models write: a fence with an info string inside a Markdown block opens a block within it, and
/// a fence in a list item may be indented as deep as the item. Line endings are kept as they come.
///
/// The time taken is linear in the answer, however it is cut. Not safe for use from several threads at once.
public final class FencedCode {

    /// One fenced block.
    ///
    /// @param label the first word after the fence, such as `java`; empty when there is none
    /// @param code up to the closing fence, the last line's ending included
    /// @param closed false while the closing fence has not come
    public record Block(String label, String code, boolean closed) {}

    /// Where a block lies in [#code].
    private static final class Place {
        private final String label;
        private int start;
        private int end = -1; // while it is open
        private boolean begun; // some of its code is there

        private Place(String label, int start) {
            this.label = label;
            this.start = start;
        }

        private boolean closed() {
            return end >= 0;
        }
    }

    private static final Pattern LIST_ITEM = Pattern.compile("(?<marker>[-*+]|\\d{1,9}[.)])(?<space>[ \t]+)");

    private final StringBuilder answer = new StringBuilder();
    private final StringBuilder code = new StringBuilder();
    private final List<Place> places = new ArrayList<>();

    /// The open block and the blocks opened within it, innermost first.
    private final Deque<FenceLine.Opening> open = new ArrayDeque<>();

    private final FenceLine fence = new FenceLine();

    /// The characters of the current line that have gone neither to [#code] nor away.
    private final StringBuilder held = new StringBuilder();

    /// Whether the current line is known to be code, so that it streams.
    private boolean streaming;

    private boolean carriageReturn;
    private int listColumn;
    private int told;
    private boolean finished;

    /// Takes the next piece of the answer, cut anywhere.
    ///
    /// @return what this adds to [#code], often empty
    public String append(String piece) {
        if (finished) {
            throw new IllegalStateException("the answer is over");
        }
        answer.append(piece);
        for (var i = 0; i < piece.length(); i++) {
            take(piece.charAt(i));
        }
        return tell(endsInsidePair() ? code.length() - 1 : code.length());
    }

    /// The answer is over. When it had no fence at all, the whole of it is taken as code.
    ///
    /// @return what this adds to [#code]; empty when it was over before
    public String finish() {
        if (!finished) {
            finished = true;
            if (carriageReturn) {
                endLine("\r");
            } else if (!held.isEmpty() || streaming) {
                endLine("");
            }
            if (places.isEmpty()) {
                code.append(answer);
            }
        }
        return tell(code.length());
    }

    /// All code so far; several blocks are parted by an empty line. Only ever grows at its end.
    public String code() {
        return code.substring(0, told);
    }

    /// The blocks so far, in order; none when the answer has no fence. A block within a block of Markdown is part of
    /// it.
    public List<Block> blocks() {
        return places.stream()
                .map(p -> new Block(
                        p.label, code.substring(Math.min(p.start, told), p.closed() ? p.end : told), p.closed()))
                .toList();
    }

    private void take(char c) {
        if (carriageReturn) {
            endLine(c == '\n' ? "\r\n" : "\r");
            if (c == '\n') {
                return;
            }
        }
        if (c == '\r') {
            carriageReturn = true;
        } else if (c == '\n') {
            endLine("\n");
        } else if (streaming) {
            code.append(c);
        } else {
            fence.take(c);
            held.append(c);
            if (!open.isEmpty() && !fence.mayBeFenceFor(open.element())) {
                stream();
            }
        }
    }

    /// The current line is code: what was held of it goes out, and the rest will follow as it comes.
    private void stream() {
        streaming = true;
        part();
        var skip = 0;
        while (skip < open.getLast().indent() && skip < held.length() && held.charAt(skip) == ' ') {
            skip++;
        }
        code.append(held, skip, held.length());
        held.setLength(0);
    }

    private void endLine(String ending) {
        if (open.isEmpty()) {
            endLineOfProse();
        } else if (!streaming && fence.closes(open.element())) {
            open.remove();
            if (open.isEmpty()) {
                places.getLast().end = code.length();
            } else {
                endLineOfCode(ending);
            }
        } else {
            var within = !streaming && fence.opensWithin(open.element());
            endLineOfCode(ending);
            if (within) {
                open.push(fence.opening(0));
            }
        }
        fence.reset();
        held.setLength(0);
        streaming = false;
        carriageReturn = false;
    }

    private void endLineOfProse() {
        if (fence.opens(listColumn)) {
            var opening = fence.opening(listColumn);
            open.push(opening);
            places.add(new Place(opening.label(), code.length()));
        } else if (!fence.isBlank()) {
            var text = held.toString().stripLeading();
            var item = LIST_ITEM.matcher(text);
            listColumn = item.lookingAt()
                    ? fence.indent()
                            + item.group("marker").length()
                            + Math.min(item.group("space").length(), 4)
                    : Math.min(listColumn, fence.indent());
        }
    }

    private void endLineOfCode(String ending) {
        if (!streaming) {
            stream();
        }
        code.append(ending);
    }

    /// Sets a block that has its first code apart from the one before.
    private void part() {
        var place = places.getLast();
        if (!place.begun) {
            place.begun = true;
            if (!code.isEmpty()) {
                code.append('\n');
            }
            place.start = code.length();
        }
    }

    private boolean endsInsidePair() {
        return !code.isEmpty() && Character.isHighSurrogate(code.charAt(code.length() - 1));
    }

    private String tell(int upTo) {
        var added = code.substring(told, upTo);
        told = upTo;
        return added;
    }
}
