package dev.quarry.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jgit.diff.Edit;

/// Moves lines that were only added, or only removed, up or down over equal lines to where a reader would cut.
/// An added method may begin with the brace that closes the one before it just as well as end with its own:
/// both are correct diffs, one of them can be read. Best is where brackets close inside, then where the cuts
/// are indented least, then after a blank line, then furthest down.
final class HunkSlider {
    private static final int MAX_SHIFTS = 100;

    private final int[] left;
    private final int[] right;
    private final List<String> leftLines;
    private final List<String> rightLines;

    HunkSlider(LineKeys keys, LineText left, LineText right) {
        this.left = keys.left();
        this.right = keys.right();
        this.leftLines = left.lines();
        this.rightLines = right.lines();
    }

    List<Edit> slide(List<Edit> edits) {
        var result = new ArrayList<Edit>(edits.size());
        for (var i = 0; i < edits.size(); i++) {
            var edit = edits.get(i);
            if (edit.getType() != Edit.Type.INSERT && edit.getType() != Edit.Type.DELETE) {
                result.add(edit);
                continue;
            }
            // One equal line at least stays between two edits, or they would be one.
            var floor = i == 0 ? -1 : result.getLast().getEndA();
            var floorB = i == 0 ? -1 : result.getLast().getEndB();
            var next = i + 1 < edits.size() ? edits.get(i + 1) : new Edit(left.length + 1, right.length + 1);
            var up = edit.getType() == Edit.Type.INSERT
                    ? roomAbove(right, edit.getBeginB(), edit.getEndB(), edit.getBeginA() - floor - 1)
                    : roomAbove(left, edit.getBeginA(), edit.getEndA(), edit.getBeginB() - floorB - 1);
            var down = edit.getType() == Edit.Type.INSERT
                    ? roomBelow(right, edit.getBeginB(), edit.getEndB(), next.getBeginA() - edit.getEndA() - 1)
                    : roomBelow(left, edit.getBeginA(), edit.getEndA(), next.getBeginB() - edit.getEndB() - 1);
            result.add(up + down == 0 ? edit : best(edit, up, down));
        }
        return result;
    }

    private static int roomAbove(int[] keys, int from, int to, int limit) {
        var room = 0;
        while (room < Math.min(limit, MAX_SHIFTS) && keys[from - room - 1] == keys[to - room - 1]) {
            room++;
        }
        return room;
    }

    private static int roomBelow(int[] keys, int from, int to, int limit) {
        var room = 0;
        while (room < Math.min(limit, MAX_SHIFTS) && keys[from + room] == keys[to + room]) {
            room++;
        }
        return room;
    }

    private Edit best(Edit edit, int up, int down) {
        var inserted = edit.getType() == Edit.Type.INSERT;
        var lines = inserted ? rightLines : leftLines;
        var from = inserted ? edit.getBeginB() : edit.getBeginA();
        var size = inserted ? edit.getLengthB() : edit.getLengthA();
        var brackets = new ArrayList<Brackets>();
        for (var i = from - up; i < from + size + down; i++) {
            brackets.add(Brackets.of(lines.get(i)));
        }
        Cut best = null;
        for (var shift = -up; shift <= down; shift++) {
            var inside = Brackets.NOTHING;
            for (var line : brackets.subList(shift + up, shift + up + size)) {
                inside = inside.then(line);
            }
            var cut = Cut.at(lines, from + shift, from + shift + size, inside.closed(), shift);
            if (best == null || Cut.BEST_FIRST.compare(cut, best) < 0) {
                best = cut;
            }
        }
        var shift = best == null ? 0 : best.shift();
        return new Edit(
                edit.getBeginA() + shift, edit.getEndA() + shift, edit.getBeginB() + shift, edit.getEndB() + shift);
    }

    private record Cut(boolean cutsBrackets, int indent, boolean inParagraph, int shift) {
        static final Comparator<Cut> BEST_FIRST = Comparator.comparing(Cut::cutsBrackets)
                .thenComparingInt(Cut::indent)
                .thenComparing(Cut::inParagraph)
                .thenComparing(Comparator.comparingInt(Cut::shift).reversed());

        static Cut at(List<String> lines, int from, int to, boolean closed, int shift) {
            var afterBlank = !lines.get(from).isBlank()
                    && (from == 0 || lines.get(from - 1).isBlank());
            return new Cut(!closed, Indent.from(lines, from) + Indent.from(lines, to), !afterBlank, shift);
        }
    }
}
