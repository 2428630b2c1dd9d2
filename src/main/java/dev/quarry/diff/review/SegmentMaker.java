package dev.quarry.diff.review;

import dev.quarry.diff.Diff;
import dev.quarry.diff.Endings;
import dev.quarry.diff.Hunk;
import dev.quarry.diff.LineEnding;
import dev.quarry.diff.LineText;
import dev.quarry.diff.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Makes the segments of a result out of the rows of a diff, and decides how each line ends.
///
/// A line of the left keeps its ending; one of the right gets the left's main ending, unless the diff compares
/// endings. Whether there is a newline at the end is up to the side whose last line ends the result.
final class SegmentMaker {
    private final Diff diff;
    private final LineText left;
    private final LineText right;
    private final LineEnding newline;

    SegmentMaker(Diff diff) {
        this.diff = diff;
        this.left = diff.left();
        this.right = diff.right();
        this.newline = left.mainEnding().or(right::mainEnding).orElse(LineEnding.LF);
    }

    /// Gap, hunk, gap, hunk and so on, a gap at both ends; nothing is decided.
    List<Segment> segments() {
        var result = new ArrayList<Segment>();
        var row = 0;
        for (var hunk : diff.hunks()) {
            result.add(gap(row, diff.firstRow(hunk)));
            result.add(hunk(hunk, Decision.UNDECIDED));
            row = diff.firstRow(hunk) + diff.rows(hunk).size();
        }
        result.add(gap(row, diff.rows().size()));
        return result;
    }

    private Segment gap(int fromRow, int toRow) {
        var lines = new ArrayList<ResultLine>(toRow - fromRow);
        for (var row : diff.rows().subList(fromRow, toRow)) {
            if (!row.fillerLeft()) {
                lines.add(row.fillerRight() ? leftLine(row.left()) : sharedLine(row));
            }
        }
        return new Segment.Kept(List.copyOf(lines));
    }

    /// A hunk whose rows are all decided alike.
    Segment.Decided hunk(Hunk hunk, Decision decision) {
        return hunk(hunk, Collections.nCopies(diff.rows(hunk).size(), decision));
    }

    /// A hunk with a decision for each row.
    Segment.Decided hunk(Hunk hunk, List<Decision> decisions) {
        var rows = diff.rows(hunk);
        var lines = new ArrayList<ResultLine>();
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (row.kind() == Row.Kind.SAME) {
                lines.add(sharedLine(row));
            } else if (decisions.get(i) == Decision.ACCEPTED) {
                if (!row.fillerRight()) {
                    lines.add(rightLine(row.right()));
                }
            } else if (!row.fillerLeft()) {
                lines.add(leftLine(row.left()));
            }
        }
        return new Segment.Decided(List.copyOf(lines), List.copyOf(decisions));
    }

    /// A line the reviewer wrote.
    ResultLine written(String text) {
        return new ResultLine(text, newline, newline);
    }

    private ResultLine leftLine(int line) {
        var ending = left.ending(line);
        return new ResultLine(left.line(line), orNewline(ending), ending);
    }

    private ResultLine rightLine(int line) {
        var ending = right.ending(line);
        var adapted = ending == LineEnding.NONE || diff.options().endings() == Endings.COMPARE ? ending : newline;
        return new ResultLine(right.line(line), orNewline(adapted), adapted);
    }

    /// The left's text. If this ends the result, the lines after it went away on one side; that side, for which
    /// it was the last line all along, says whether a newline follows.
    private ResultLine sharedLine(Row row) {
        var ending = left.ending(row.left());
        var lastOfLeft = row.left() == left.size() - 1;
        var lastOfRight = row.right() == right.size() - 1;
        var endsWithout = right.ending(row.right()) == LineEnding.NONE;
        var last = !lastOfLeft && lastOfRight && endsWithout ? LineEnding.NONE : ending;
        return new ResultLine(left.line(row.left()), orNewline(ending), last);
    }

    private LineEnding orNewline(LineEnding ending) {
        return ending == LineEnding.NONE ? newline : ending;
    }
}
