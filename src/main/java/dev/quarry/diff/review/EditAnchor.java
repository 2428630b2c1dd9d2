package dev.quarry.diff.review;

import dev.quarry.diff.Diff;
import dev.quarry.diff.DiffOptions;
import dev.quarry.diff.LineDiff;
import dev.quarry.diff.LineEnding;
import dev.quarry.diff.LineText;
import dev.quarry.diff.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/// Finds out which segments of a result an edit by hand touched. The result before and after is compared line
/// by line: a line that is still there stays in its segment, one that was replaced hands its place on, and new
/// lines go with the changed line next to them. Lines put between two segments belong to the lines between
/// hunks, so that no later decision takes them away; unless they are just what one side of a hunk has that left
/// no line there.
final class EditAnchor {
    private final List<Segment> segments;
    private final SegmentMaker maker;
    private final BiPredicate<Integer, List<ResultLine>> fitsHunk;
    private final LineText after;
    private final Diff edit;
    private final List<Integer> owners = new ArrayList<>();
    private final List<ResultLine> lines = new ArrayList<>();
    private final List<List<ResultLine>> outputs = new ArrayList<>();
    private final boolean[] touched;

    /// @param before the result of the segments as it was
    /// @param fitsHunk whether lines are a combination of both sides of the hunk that segment is
    EditAnchor(
            List<Segment> segments,
            SegmentMaker maker,
            BiPredicate<Integer, List<ResultLine>> fitsHunk,
            LineText before,
            LineText after) {
        this.segments = segments;
        this.maker = maker;
        this.fitsHunk = fitsHunk;
        this.after = after;
        this.edit = LineDiff.compare(before, after, DiffOptions.STANDARD);
        this.touched = new boolean[segments.size()];
        for (var i = 0; i < segments.size(); i++) {
            for (var line : segments.get(i).lines()) {
                owners.add(i);
                lines.add(line);
            }
            outputs.add(new ArrayList<>());
        }
    }

    /// The new lines of each segment that was touched, by its index.
    SortedMap<Integer, List<ResultLine>> touched() {
        var rows = edit.rows();
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (row.fillerLeft()) {
                var end = endOfAdded(i);
                insert(i, end);
                i = end - 1;
                continue;
            }
            var owner = owners.get(row.left());
            if (row.kind() == Row.Kind.SAME) {
                outputs.get(owner).add(lines.get(row.left()));
            } else {
                touched[owner] = true;
                if (!row.fillerRight()) {
                    outputs.get(owner).add(written(row));
                }
            }
        }
        settleFinalNewline();
        var result = new TreeMap<Integer, List<ResultLine>>();
        for (var i = 0; i < touched.length; i++) {
            if (touched[i]) {
                result.put(i, List.copyOf(outputs.get(i)));
            }
        }
        return result;
    }

    private ResultLine written(Row row) {
        return maker.written(after.line(row.right()));
    }

    private int endOfAdded(int from) {
        var rows = edit.rows();
        var end = from;
        while (end < rows.size()
                && rows.get(end).fillerLeft()
                && rows.get(end).hunk() == rows.get(from).hunk()) {
            end++;
        }
        return end;
    }

    private void insert(int from, int to) {
        var rows = edit.rows();
        var added = rows.subList(from, to).stream().map(this::written).toList();
        int owner;
        if (from > 0 && rows.get(from - 1).hunk() == rows.get(from).hunk()) {
            owner = owners.get(rows.get(from - 1).left());
        } else if (to < rows.size() && rows.get(to).hunk() == rows.get(from).hunk()) {
            owner = owners.get(rows.get(to).left());
        } else {
            owner = ownerBetween(edit.hunks().get(rows.get(from).hunk()).leftFrom(), added);
        }
        outputs.get(owner).addAll(added);
        touched[owner] = true;
    }

    /// Who gets lines that are put before that line of the result.
    private int ownerBetween(int line, List<ResultLine> added) {
        var above = line == 0 ? 0 : owners.get(line - 1);
        var below = line == owners.size() ? segments.size() - 1 : owners.get(line);
        if (above == below) {
            return above;
        }
        for (var i = above; i <= below; i++) {
            if (isHunk(i) && segments.get(i).lines().isEmpty() && fitsHunk.test(i, added)) {
                return i;
            }
        }
        if (!isHunk(above)) {
            return above;
        }
        return isHunk(below) ? above + 1 : below;
    }

    static boolean isHunk(int segment) {
        return segment % 2 == 1;
    }

    private void settleFinalNewline() {
        for (var i = outputs.size() - 1; i >= 0; i--) {
            var output = outputs.get(i);
            if (output.isEmpty()) {
                continue;
            }
            var last = output.getLast();
            if (last.wantsNewlineAtEnd() != after.endsWithNewline()) {
                output.set(
                        output.size() - 1,
                        last.withLastEnding(after.endsWithNewline() ? last.ending() : LineEnding.NONE));
                touched[i] = true;
            }
            return;
        }
    }
}
