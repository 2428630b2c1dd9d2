package dev.quarry.run;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Joins an answer that was cut off and its continuation. The model was asked to begin by repeating the end
/// of what came, the *anchor*; what it repeats, the anchor or any other stretch of the end, is left out of
/// the whole. Text of the continuation is held until it is clear where its new part begins, a few hundred
/// characters at most.
///
/// What repeats itself can be read in two ways. Then the anchor goes before any other overlap, and of those
/// the longest that is more than chance: a few letters that happen to match are not taken for a repetition.
/// Not safe for use from several threads at once.
public final class Seam implements PieceFilter {

    /// An anchor has at least so many characters that are not white space, if the answer has.
    private static final int ANCHOR_WEIGHT = 32;

    /// The longest anchor, in UTF-16 units: a line may be very long.
    private static final int LONGEST_ANCHOR = 400;

    /// A repetition of at least so many characters that are not white space is no chance.
    private static final int CONVINCING = 12;

    /// How far back a repetition may begin.
    private static final int LOOK_BACK = 8_000;

    /// How long a continuation may talk before it opens its fence again.
    private static final int LONGEST_PREAMBLE = 300;

    private final String base;
    private final String held;
    private final String anchor;
    private final String tail;
    private final String openFence;
    private final boolean inCode;
    private final StringBuilder begun = new StringBuilder();
    private boolean decided;

    /// The seam at the end of an answer.
    ///
    /// @param answer all that has come
    public Seam(String answer) {
        var end = answer.length();
        while (end > 0 && isLoose(answer.charAt(end - 1))) {
            end--;
        }
        base = answer.substring(0, end);
        held = answer.substring(end);
        tail = base.substring(Math.max(0, end - LOOK_BACK));
        anchor = anchor(base);
        openFence = openFence(answer);
        inCode = !openFence.isEmpty();
    }

    /// White space, which models repeat as they like, and half of a character.
    static boolean isLoose(char c) {
        return Character.isWhitespace(c) || Character.isHighSurrogate(c);
    }

    /// What stays of the answer whatever comes: all but the white space at its end.
    public String base() {
        return base;
    }

    /// What the model is asked to repeat: the end of [#base], from a character that is not white space on.
    public String anchor() {
        return anchor;
    }

    /// Whether the answer stops within a block of code, one of Markdown excepted.
    public boolean isInCode() {
        return inCode;
    }

    /// Takes the next piece of the continuation.
    ///
    /// @return what comes next after [#base]; often empty at first
    @Override
    public String take(String piece) {
        if (decided) {
            return piece;
        }
        begun.append(piece);
        return decide(false);
    }

    /// The continuation is over.
    ///
    /// @return what is left of it, to be put at the end
    @Override
    public String finish() {
        return decided ? "" : decide(true);
    }

    private String decide(boolean over) {
        var text = begun.toString();
        var start = start(text, over);
        if (start == null) {
            return "";
        }
        decided = true;
        begun.setLength(0);
        return start.repeats() ? text.substring(start.at()) : held + text.substring(start.at());
    }

    /// Where the new part begins in the continuation.
    ///
    /// @param repeats whether what stands before it repeats the end of the answer
    private record Start(int at, boolean repeats) {}

    /// Null while more has to come first.
    private @Nullable Start start(String text, boolean over) {
        var indent = leadingSpace(text);
        var plain = overlap(text, 0, over);
        if (plain == 0 && indent > 0) {
            plain = overlap(text, indent, over);
        }
        if (plain != 0) {
            return plain < 0 ? null : new Start(plain, true);
        }
        return inCode ? afterReopenedFence(text, over) : new Start(0, false);
    }

    private static int leadingSpace(String text) {
        var i = 0;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /// Where the repetition that begins at an offset ends; 0 when none does, -1 when more has to come first.
    private int overlap(String text, int from, boolean over) {
        if (!anchor.isEmpty() && text.startsWith(anchor, from)) {
            return from + anchor.length();
        }
        var length = text.length() - from;
        if (length == 0) {
            return over ? 0 : -1;
        }
        if (!over && isAmongTheTail(text.substring(from))) {
            return -1;
        }
        for (var size = Math.min(length, tail.length()); size > 0; size--) {
            if (tail.regionMatches(tail.length() - size, text, from, size) && convinces(size)) {
                return from + size;
            }
        }
        return 0;
    }

    /// Whether the text so far could be the beginning of a repetition that goes on, or of the anchor.
    private boolean isAmongTheTail(String text) {
        var at = tail.indexOf(text);
        return at >= 0 && at + text.length() < tail.length();
    }

    /// Whether a match of that length at the end of what came is more than chance.
    private boolean convinces(int size) {
        var begin = tail.length() - size;
        if (Character.isLowSurrogate(tail.charAt(begin))) {
            return false;
        }
        return weight(tail, begin) >= CONVINCING || isOpenLine(begin) || isWord(begin);
    }

    /// The whole of the last line, begun again.
    private boolean isOpenLine(int begin) {
        if (weight(tail, begin) < 3) {
            return false;
        }
        for (var i = begin - 1; i >= 0 && tail.charAt(i) != '\n'; i--) {
            if (!Character.isWhitespace(tail.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// The whole of the last word, of at least four letters or digits, begun again.
    private boolean isWord(int begin) {
        for (var i = begin; i < tail.length(); i++) {
            if (!Character.isLetterOrDigit(tail.charAt(i))) {
                return false;
            }
        }
        return tail.length() - begin >= 4 && begin > 0 && !Character.isLetterOrDigit(tail.charAt(begin - 1));
    }

    /// Models like to open the block of code anew, with or without a word before. Within a block a line with
    /// such marks and a label can be nothing else.
    private @Nullable Start afterReopenedFence(String text, boolean over) {
        var none = new Start(0, false);
        if (!mayBePreamble(text.stripLeading())) {
            return none;
        }
        var fence = fenceLine(text);
        if (fence == null) {
            return over || text.length() > LONGEST_PREAMBLE ? none : null;
        }
        var next = text.indexOf('\n', fence) + 1;
        if (next == 0) {
            return over ? none : null;
        }
        var label = text.substring(fence, next).strip();
        if (label.chars().allMatch(c -> c == openFence.charAt(0))) {
            // The fence that closes the block, unless what follows was there before.
            var rest = text.substring(next);
            return rest.startsWith(anchor)
                    ? new Start(next + anchor.length(), true)
                    : anchor.startsWith(rest) && !over ? null : none;
        }
        var repeated = overlap(text, next, over);
        var space = leadingSpace(text.substring(next));
        if (repeated == 0 && space > 0) {
            repeated = overlap(text, next + space, over);
        }
        if (repeated != 0) {
            return repeated < 0 ? null : new Start(repeated, true);
        }
        return new Start(next, false);
    }

    /// Where a line begins that is a fence like the open one, in what may be talk before the code; null when
    /// none is seen yet.
    private @Nullable Integer fenceLine(String text) {
        for (var line = 0; line >= 0 && line < text.length() && line <= LONGEST_PREAMBLE; ) {
            if (text.substring(line).stripLeading().startsWith(openFence)) {
                return line + leadingSpace(text.substring(line));
            }
            var end = text.indexOf('\n', line);
            line = end < 0 ? -1 : end + 1;
        }
        return null;
    }

    /// Whether the text so far may be talk, or the beginning of a fence.
    private boolean mayBePreamble(String words) {
        return Stream.of(openFence, "Here", "Continuing", "Sure", "Certainly")
                .anyMatch(w -> words.startsWith(w) || w.startsWith(words));
    }

    /// The marks that opened the block the answer stops in; empty when it stops in none, or in one of
    /// Markdown, where fences with a label are text.
    private static String openFence(String answer) {
        var fenced = new FencedCode();
        fenced.append(answer);
        var blocks = fenced.blocks();
        if (blocks.isEmpty() || blocks.getLast().closed()) {
            return "";
        }
        var label = blocks.getLast().label();
        if (label.startsWith("m") && (label.equals("md") || label.equals("markdown") || label.equals("mdx"))) {
            return "";
        }
        var lines = answer.lines().toList();
        for (var i = lines.size() - 1; i >= 0; i--) {
            var words = lines.get(i).strip();
            var marks = 0;
            while (marks < words.length() && (words.charAt(marks) == '`' || words.charAt(marks) == '~')) {
                marks++;
            }
            if (marks >= 3 && words.substring(marks).strip().startsWith(label)) {
                return words.substring(0, marks);
            }
        }
        return "";
    }

    private static int weight(String text, int from) {
        var weight = 0;
        for (var i = from; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                weight++;
            }
        }
        return weight;
    }

    /// Whole lines from the end, as few as weigh enough; of a longer stretch, its end.
    private static String anchor(String base) {
        var from = base.length();
        var weight = 0;
        while (from > 0) {
            var c = base.charAt(from - 1);
            if ((c == '\n' && weight >= ANCHOR_WEIGHT) || base.length() - from >= LONGEST_ANCHOR) {
                break;
            }
            if (!Character.isWhitespace(c)) {
                weight++;
            }
            from--;
        }
        if (from < base.length() && Character.isLowSurrogate(base.charAt(from))) {
            from++;
        }
        while (from < base.length() && Character.isWhitespace(base.charAt(from))) {
            from++;
        }
        return base.substring(from);
    }
}
