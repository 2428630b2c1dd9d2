package dev.quarry.diff;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;

/// Compares two texts by lines: JGit's histogram diff, whose hunks are then moved and joined to where a reader
/// would cut.
public final class LineDiff {

    private LineDiff() {}

    /// Compares with [DiffOptions#STANDARD].
    public static Diff compare(String left, String right) {
        return compare(LineText.of(left), LineText.of(right), DiffOptions.STANDARD);
    }

    /// Compares two texts. Blocks its caller, but not much longer than the options' time limit; ends early with
    /// a coarse result when the thread is interrupted, and leaves its interrupt status set.
    public static Diff compare(LineText left, LineText right, DiffOptions options) {
        var keys = LineKeys.of(left, right, options);
        var found = EditSearch.find(keys.left(), keys.right(), Deadline.in(options.timeLimit()));
        var slid = new HunkSlider(keys, left, right).slide(found.edits());
        var edits = new HunkJoiner(left, right).join(slid);
        var hunks = new ArrayList<Hunk>();
        var ignored = new ArrayList<Hunk>();
        for (var edit : edits) {
            if (ignores(options, left, right, edit)) {
                ignored.add(hunk(Row.NO_HUNK, edit));
            } else {
                hunks.add(hunk(hunks.size(), edit));
            }
        }
        addFinalNewline(left, right, options, edits, hunks);
        return new Diff(left, right, options, found.precision(), keys, hunks, ignored);
    }

    private static Hunk hunk(int index, Edit edit) {
        return Hunk.of(index, edit.getBeginA(), edit.getEndA(), edit.getBeginB(), edit.getEndB());
    }

    private static boolean ignores(DiffOptions options, LineText left, LineText right, Edit edit) {
        return options.whitespace() == Whitespace.IGNORE_ALL_AND_BLANK_LINES
                && left.lines().subList(edit.getBeginA(), edit.getEndA()).stream()
                        .allMatch(String::isBlank)
                && right.lines().subList(edit.getBeginB(), edit.getEndB()).stream()
                        .allMatch(String::isBlank);
    }

    /// A newline that only one side has at its end is a difference of its own when the last lines are equal
    /// otherwise.
    private static void addFinalNewline(
            LineText left, LineText right, DiffOptions options, List<Edit> edits, List<Hunk> hunks) {
        if (options.whitespace() != Whitespace.KEEP
                || left.size() == 0
                || right.size() == 0
                || left.endsWithNewline() == right.endsWithNewline()) {
            return;
        }
        var a = left.size() - 1;
        var b = right.size() - 1;
        if (edits.isEmpty()
                || (edits.getLast().getEndA() <= a && edits.getLast().getEndB() <= b)) {
            hunks.add(new Hunk(hunks.size(), a, a + 1, b, b + 1, Hunk.Kind.FINAL_NEWLINE));
        } else if (options.endings() == Endings.COMPARE && isOnly(hunks.getLast(), a, b)) {
            if (left.line(a).equals(right.line(b))) {
                hunks.set(hunks.size() - 1, new Hunk(hunks.size() - 1, a, a + 1, b, b + 1, Hunk.Kind.FINAL_NEWLINE));
            }
        }
    }

    private static boolean isOnly(Hunk hunk, int leftLine, int rightLine) {
        return hunk.leftFrom() == leftLine && hunk.rightFrom() == rightLine;
    }
}
