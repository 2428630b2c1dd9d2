package dev.quarry.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.MyersDiff;
import org.eclipse.jgit.errors.DiffInterruptedException;

/// Compares two pieces of text by words (Myers' algorithm over [Words]). Changes less than three characters
/// from each other are one: single brackets and commas in common tell a reader nothing.
final class WordDiff {
    private static final int SHORT_MATCH_CHARS = 3;

    private final Words left;
    private final Words right;
    private final int[] leftTokens;
    private final int[] rightTokens;
    private final Deadline deadline;

    private WordDiff(String left, String right, Blanks blanks, Deadline deadline) {
        this.left = Words.of(left);
        this.right = Words.of(right);
        this.leftTokens = tokens(this.left, blanks);
        this.rightTokens = tokens(this.right, blanks);
        this.deadline = deadline;
    }

    /// Whether a change of blanks is a change.
    enum Blanks {
        COUNT,
        IGNORED
    }

    /// Offsets of what changed, and how many characters that are no blanks are on either side and did not.
    record Changes(List<ColumnRange> left, List<ColumnRange> right, int common) {}

    /// Compares; once the deadline has passed everything is changed.
    static Changes compare(String left, String right, Blanks blanks, Deadline deadline) {
        return new WordDiff(left, right, blanks, deadline).compare();
    }

    private static int[] tokens(Words words, Blanks blanks) {
        return IntStream.range(0, words.size())
                .filter(i -> blanks == Blanks.COUNT || !words.isBlank(i))
                .toArray();
    }

    private Changes compare() {
        var leftRanges = new ArrayList<ColumnRange>();
        var rightRanges = new ArrayList<ColumnRange>();
        for (var edit : merge(edits())) {
            addRange(leftRanges, left, leftTokens, edit.getBeginA(), edit.getEndA());
            addRange(rightRanges, right, rightTokens, edit.getBeginB(), edit.getEndB());
        }
        return new Changes(leftRanges, rightRanges, inkOutside(leftRanges));
    }

    private List<Edit> edits() {
        var table = new KeyTable(leftTokens.length + rightTokens.length);
        var a = IntStream.of(leftTokens).map(i -> table.keyOf(left.word(i))).toArray();
        var b = IntStream.of(rightTokens).map(i -> table.keyOf(right.word(i))).toArray();
        try {
            return MyersDiff.INSTANCE.diff(
                    new WatchedComparator<>(new KeySequence.Comparator(), deadline),
                    new KeySequence(a),
                    new KeySequence(b));
        } catch (Deadline.Passed _) {
            return List.of(new Edit(0, a.length, 0, b.length));
        } catch (DiffInterruptedException _) {
            Thread.currentThread().interrupt();
            return List.of(new Edit(0, a.length, 0, b.length));
        }
    }

    private List<Edit> merge(List<Edit> edits) {
        var result = new ArrayList<Edit>();
        for (var edit : edits) {
            if (!result.isEmpty() && matched(result.getLast(), edit) < SHORT_MATCH_CHARS) {
                var last = result.removeLast();
                result.add(new Edit(last.getBeginA(), edit.getEndA(), last.getBeginB(), edit.getEndB()));
            } else {
                result.add(edit);
            }
        }
        return result;
    }

    private int matched(Edit before, Edit after) {
        return IntStream.range(before.getEndA(), after.getBeginA())
                .map(i -> left.length(leftTokens[i]))
                .sum();
    }

    private static void addRange(List<ColumnRange> ranges, Words words, int[] tokens, int from, int to) {
        if (from < to) {
            ranges.add(new ColumnRange(words.start(tokens[from]), words.end(tokens[to - 1])));
        }
    }

    private int inkOutside(List<ColumnRange> ranges) {
        var ink = ink(left.text());
        for (var range : ranges) {
            ink -= ink(left.text().substring(range.from(), range.to()));
        }
        return ink;
    }

    /// How many characters are no blanks.
    static int ink(String text) {
        return (int) text.chars().filter(c -> !Character.isWhitespace(c)).count();
    }
}
