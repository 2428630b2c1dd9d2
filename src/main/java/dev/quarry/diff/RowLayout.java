package dev.quarry.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Lays both sides out in rows, with fillers where a side has no line.
final class RowLayout {
    private final Diff diff;
    private final List<Row> rows = new ArrayList<>();
    private final int[] starts;
    private final int[] ends;
    private int left;
    private int right;

    RowLayout(Diff diff, List<Hunk> ignored) {
        this.diff = diff;
        this.starts = new int[diff.hunks().size()];
        this.ends = new int[starts.length];
        Stream.concat(diff.hunks().stream(), ignored.stream())
                .sorted(Comparator.comparingInt(Hunk::leftFrom).thenComparingInt(Hunk::rightFrom))
                .forEach(this::addHunk);
        addSame(diff.left().size());
    }

    List<Row> rows() {
        return Collections.unmodifiableList(rows);
    }

    /// Index of the first row of that hunk.
    int startOf(Hunk hunk) {
        return starts[hunk.index()];
    }

    /// Index of the first row after that hunk.
    int endOf(Hunk hunk) {
        return ends[hunk.index()];
    }

    private void addHunk(Hunk hunk) {
        addSame(hunk.leftFrom());
        if (hunk.index() == Row.NO_HUNK) {
            addIgnored(hunk);
            return;
        }
        starts[hunk.index()] = rows.size();
        var partners = LinePairing.pair(
                diff.left().lines().subList(hunk.leftFrom(), hunk.leftTo()),
                diff.right().lines().subList(hunk.rightFrom(), hunk.rightTo()));
        for (var i = 0; i < partners.length; i++) {
            if (partners[i] != LinePairing.NONE) {
                addRun(hunk, hunk.leftFrom() + i, hunk.rightFrom() + partners[i]);
                addPair(hunk);
            }
        }
        addRun(hunk, hunk.leftTo(), hunk.rightTo());
        ends[hunk.index()] = rows.size();
    }

    private void addSame(int leftTo) {
        while (left < leftTo) {
            rows.add(new Row(Row.Kind.SAME, left++, right++, Row.NO_HUNK));
        }
    }

    private void addIgnored(Hunk blanks) {
        while (left < blanks.leftTo() && right < blanks.rightTo()) {
            rows.add(new Row(Row.Kind.SAME, left++, right++, Row.NO_HUNK));
        }
        addOneSided(blanks.leftTo(), blanks.rightTo(), Row.Kind.IGNORED, Row.Kind.IGNORED, Row.NO_HUNK);
    }

    private void addPair(Hunk hunk) {
        var same = hunk.kind() != Hunk.Kind.FINAL_NEWLINE && diff.sameLine(left, right);
        rows.add(new Row(same ? Row.Kind.SAME : Row.Kind.CHANGED, left++, right++, hunk.index()));
    }

    /// Lines without a partner stand side by side as far as both sides have some.
    private void addRun(Hunk hunk, int leftTo, int rightTo) {
        while (left < leftTo && right < rightTo) {
            addPair(hunk);
        }
        addOneSided(leftTo, rightTo, Row.Kind.REMOVED, Row.Kind.ADDED, hunk.index());
    }

    private void addOneSided(int leftTo, int rightTo, Row.Kind ofLeft, Row.Kind ofRight, int hunk) {
        while (left < leftTo) {
            rows.add(new Row(ofLeft, left++, Row.FILLER, hunk));
        }
        while (right < rightTo) {
            rows.add(new Row(ofRight, Row.FILLER, right++, hunk));
        }
    }
}
