package dev.quarry.diff;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds what changed within the lines of one hunk. Lines are compared with the line opposite; lines that only
/// one side has are tried as its continuation, because long lines get wrapped and short ones joined.
final class InlineDiff {
    private static final int MAX_LINES = 500;
    private static final int MAX_WRAPPED_LINES = 8;
    private static final double WRAPPED_SHARE = 0.5;

    private static final Duration TIME_LIMIT = Duration.ofSeconds(1);

    private final Diff diff;
    private final List<Row> rows;
    private final Deadline deadline = Deadline.in(TIME_LIMIT);
    private final Map<Integer, List<ColumnRange>> left = new HashMap<>();
    private final Map<Integer, List<ColumnRange>> right = new HashMap<>();

    private InlineDiff(Diff diff, List<Row> rows) {
        this.diff = diff;
        this.rows = rows;
    }

    static InlineChanges of(Diff diff, Hunk hunk) {
        var inline = new InlineDiff(diff, diff.rows(hunk));
        if (hunk.kind() == Hunk.Kind.FINAL_NEWLINE) {
            inline.left.put(hunk.leftFrom(), List.of());
            inline.right.put(hunk.rightFrom(), List.of());
        } else if (Math.max(hunk.leftSize(), hunk.rightSize()) <= MAX_LINES) {
            inline.compareRows();
        }
        return new InlineChanges(
                hunk,
                withWholeLines(inline.left, diff.left(), hunk.leftFrom(), hunk.leftTo()),
                withWholeLines(inline.right, diff.right(), hunk.rightFrom(), hunk.rightTo()));
    }

    private static List<List<ColumnRange>> withWholeLines(
            Map<Integer, List<ColumnRange>> known, LineText text, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> known.getOrDefault(
                        i, List.of(new ColumnRange(0, text.line(i).length()))))
                .toList();
    }

    private void compareRows() {
        var free = 0;
        for (var i = 0; i < rows.size() && !deadline.passed(); i++) {
            if (isOneSided(i)) {
                continue;
            }
            var block = compare(i, i + 1);
            if (rows.get(i).kind() != Row.Kind.SAME) {
                block = widerIfWrapped(block, i, endOfRun(i + 1));
                block = widerIfWrapped(block, startOfRun(i, free), block.toRow);
            }
            record(block);
            free = block.toRow;
        }
    }

    private boolean isOneSided(int row) {
        return rows.get(row).fillerLeft() || rows.get(row).fillerRight();
    }

    private int endOfRun(int row) {
        var end = row;
        while (end < rows.size() && isOneSided(end)) {
            end++;
        }
        return end - row <= MAX_WRAPPED_LINES ? end : row;
    }

    private int startOfRun(int row, int floor) {
        var start = row;
        while (start > floor && isOneSided(start - 1)) {
            start--;
        }
        return row - start <= MAX_WRAPPED_LINES ? start : row;
    }

    private Block widerIfWrapped(Block block, int fromRow, int toRow) {
        if (fromRow == block.fromRow && toRow == block.toRow) {
            return block;
        }
        var wider = compare(fromRow, toRow);
        var extraInk = wider.ink() - block.ink();
        var extraCommon = wider.changes.common() - block.changes.common();
        return extraCommon >= WRAPPED_SHARE * extraInk ? wider : block;
    }

    private Block compare(int fromRow, int toRow) {
        var leftLines = lines(fromRow, toRow)
                .map(Row::left)
                .filter(l -> l != Row.FILLER)
                .toList();
        var rightLines = lines(fromRow, toRow)
                .map(Row::right)
                .filter(l -> l != Row.FILLER)
                .toList();
        var a = String.join("\n", leftLines.stream().map(diff.left()::line).toList());
        var b = String.join("\n", rightLines.stream().map(diff.right()::line).toList());
        var wraps = leftLines.size() > 1 || rightLines.size() > 1;
        var blanks = wraps || diff.options().whitespace() != Whitespace.KEEP
                ? WordDiff.Blanks.IGNORED
                : WordDiff.Blanks.COUNT;
        return new Block(
                fromRow,
                toRow,
                leftLines,
                rightLines,
                WordDiff.ink(a),
                WordDiff.ink(b),
                WordDiff.compare(a, b, blanks, deadline));
    }

    private Stream<Row> lines(int fromRow, int toRow) {
        return rows.subList(fromRow, toRow).stream();
    }

    private void record(Block block) {
        if (block.leftInk + block.rightInk > 0
                && 2.0 * block.changes.common() / (block.leftInk + block.rightInk) < LinePairing.LEAST_IN_COMMON) {
            return;
        }
        putByLine(left, diff.left(), block.leftLines, block.changes.left());
        putByLine(right, diff.right(), block.rightLines, block.changes.right());
    }

    private static void putByLine(
            Map<Integer, List<ColumnRange>> result, LineText text, List<Integer> lines, List<ColumnRange> ranges) {
        var start = 0;
        for (var line : lines) {
            var end = start + text.line(line).length();
            var within = new ArrayList<ColumnRange>();
            for (var range : ranges) {
                var from = Math.max(range.from(), start);
                var to = Math.min(range.to(), end);
                if (from < to) {
                    within.add(new ColumnRange(from - start, to - start));
                }
            }
            result.put(line, List.copyOf(within));
            start = end + 1;
        }
    }

    private record Block(
            int fromRow,
            int toRow,
            List<Integer> leftLines,
            List<Integer> rightLines,
            int leftInk,
            int rightInk,
            WordDiff.Changes changes) {

        int ink() {
            return leftInk + rightInk;
        }
    }
}
