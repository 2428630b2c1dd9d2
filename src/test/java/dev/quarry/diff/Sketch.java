package dev.quarry.diff;

import java.util.ArrayList;
import java.util.List;

/// Diffs written so that a test can be read.
final class Sketch {

    private Sketch() {}

    /// A text of lines, each with a newline.
    static String lines(String... lines) {
        return lines.length == 0 ? "" : String.join("\n", lines) + "\n";
    }

    /// One string a row: a mark (`=` same, `~` changed, `+` added, `-` removed, `.` ignored), both sides, and
    /// the hunk's index where there is one.
    static List<String> rows(Diff diff) {
        return rows(diff, diff.rows());
    }

    static List<String> rows(Diff diff, List<Row> rows) {
        return rows.stream().map(r -> row(diff, r)).toList();
    }

    private static String row(Diff diff, Row row) {
        var mark = switch (row.kind()) {
            case SAME -> "=";
            case CHANGED -> "~";
            case ADDED -> "+";
            case REMOVED -> "-";
            case IGNORED -> ".";
        };
        return mark
                + (row.fillerLeft() ? "" : diff.left().line(row.left()))
                + "|"
                + (row.fillerRight() ? "" : diff.right().line(row.right()))
                + (row.hunk() == Row.NO_HUNK ? "" : " #" + row.hunk());
    }

    /// One string a hunk: the lines it removes and those it adds.
    static List<String> hunks(Diff diff) {
        return diff.hunks().stream()
                .map(h -> "-" + diff.left().lines().subList(h.leftFrom(), h.leftTo()) + " +"
                        + diff.right().lines().subList(h.rightFrom(), h.rightTo()))
                .toList();
    }

    /// The line with its changed parts in brackets.
    static String marked(String line, List<ColumnRange> ranges) {
        var result = new StringBuilder(line);
        for (var range : ranges.reversed()) {
            result.insert(range.to(), ']').insert(range.from(), '[');
        }
        return result.toString();
    }

    /// Both sides of a diff's first hunk, their changed parts in brackets.
    static List<String> inline(Diff diff) {
        var hunk = diff.hunks().getFirst();
        var inline = diff.inline(hunk);
        var result = new ArrayList<String>();
        for (var i = hunk.leftFrom(); i < hunk.leftTo(); i++) {
            result.add("-" + marked(diff.left().line(i), inline.ofLeft(i)));
        }
        for (var i = hunk.rightFrom(); i < hunk.rightTo(); i++) {
            result.add("+" + marked(diff.right().line(i), inline.ofRight(i)));
        }
        return result;
    }
}
