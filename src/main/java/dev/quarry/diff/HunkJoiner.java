package dev.quarry.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.diff.Edit;

/// Joins hunks that make no sense apart. Hunks a few equal lines from each other become one when each alone
/// would leave a bracket open and both together do not, so that each can be accepted or rejected by itself; and
/// when the equal lines between two larger ones are next to nothing, such as a lone brace (VS Code's diff does
/// the latter too).
final class HunkJoiner {
    private static final int MAX_GAP_LINES = 3;
    private static final int MAX_HUNKS = 4;
    private static final int NEXT_TO_NOTHING_CHARS = 4;
    private static final int LARGE_LINES = 5;

    private final List<String> left;
    private final List<String> right;
    private final Map<Integer, Brackets> opened = new HashMap<>();

    HunkJoiner(LineText left, LineText right) {
        this.left = left.lines();
        this.right = right.lines();
    }

    List<Edit> join(List<Edit> edits) {
        var result = new ArrayList<Edit>(edits.size());
        var i = 0;
        while (i < edits.size()) {
            var end = endOfGroup(edits, i);
            var joined = union(edits.get(i), edits.get(end - 1));
            if (!result.isEmpty() && littleBetween(result.getLast(), joined)) {
                joined = union(result.removeLast(), joined);
            }
            result.add(joined);
            i = end;
        }
        return result;
    }

    /// The end, exclusive, of the shortest group from `start` that leaves no bracket open; `start` + 1 if there
    /// is none.
    private int endOfGroup(List<Edit> edits, int start) {
        var open = Brackets.NOTHING;
        for (var i = start; i < Math.min(edits.size(), start + MAX_HUNKS); i++) {
            var last = i == edits.size() - 1 || gap(edits.get(i), edits.get(i + 1)) > MAX_GAP_LINES;
            if (last && i == start) {
                break;
            }
            // The lines between two hunks are equal on both sides, so only the hunks themselves make a
            // difference.
            open = open.then(opened(edits.get(i), i));
            if (open.isNothing()) {
                return i + 1;
            }
            if (last) {
                break;
            }
        }
        return start + 1;
    }

    /// Brackets the right side of a hunk leaves open and the left does not, and the other way round.
    private Brackets opened(Edit edit, int index) {
        var known = opened.get(index);
        if (known == null) {
            known = Brackets.of(right, edit.getBeginB(), edit.getEndB())
                    .without(Brackets.of(left, edit.getBeginA(), edit.getEndA()));
            opened.put(index, known);
        }
        return known;
    }

    private boolean littleBetween(Edit before, Edit after) {
        if (gap(before, after) > MAX_GAP_LINES || (lines(before) <= LARGE_LINES && lines(after) <= LARGE_LINES)) {
            return false;
        }
        var chars = 0L;
        for (var line : left.subList(before.getEndA(), after.getBeginA())) {
            chars += line.chars().filter(c -> !Character.isWhitespace(c)).count();
        }
        return chars <= NEXT_TO_NOTHING_CHARS;
    }

    private static int lines(Edit edit) {
        return edit.getLengthA() + edit.getLengthB();
    }

    private static int gap(Edit before, Edit after) {
        return after.getBeginA() - before.getEndA();
    }

    private static Edit union(Edit first, Edit last) {
        return new Edit(first.getBeginA(), last.getEndA(), first.getBeginB(), last.getEndB());
    }
}
