package dev.quarry.ui.diff;

import dev.quarry.diff.DiffOptions;
import dev.quarry.diff.LineDiff;
import dev.quarry.diff.LineText;
import dev.quarry.diff.Row;
import dev.quarry.diff.ThreeWay;
import dev.quarry.diff.ThreeWay.Side;
import java.util.ArrayList;
import java.util.List;

/// A row of the three-way view.
sealed interface ThreeWayRow {

    /// Where to choose: above the lines of a conflict.
    record Choose(int conflict) implements ThreeWayRow {}

    /// A line of each side, 0-based, or [Row#FILLER].
    ///
    /// @param conflict the conflict it belongs to, or -1
    record Lines(int ours, boolean oursDiffers, int base, int theirs, boolean theirsDiffers, int conflict)
            implements ThreeWayRow {

        int line(Side side) {
            return switch (side) {
                case OURS -> ours;
                case BASE -> base;
                case THEIRS -> theirs;
            };
        }

        boolean differs(Side side) {
            return switch (side) {
                case OURS -> oursDiffers;
                case BASE -> false;
                case THEIRS -> theirsDiffers;
            };
        }
    }

    /// Aligns both sides with what they came from.
    static List<ThreeWayRow> of(ThreeWay merge) {
        var base = merge.text(Side.BASE);
        var ours = new Aligned(base, merge.text(Side.OURS));
        var theirs = new Aligned(base, merge.text(Side.THEIRS));
        var rows = new ArrayList<ThreeWayRow>();
        var last = -1;
        for (var line = 0; line <= base.size(); line++) {
            var added = Math.max(
                    ours.addedBefore(line).size(), theirs.addedBefore(line).size());
            for (var i = 0; i <= added; i++) {
                if (i == added && line == base.size()) {
                    break;
                }
                var row = i < added
                        ? lines(
                                merge,
                                at(ours.addedBefore(line), i),
                                true,
                                Row.FILLER,
                                at(theirs.addedBefore(line), i),
                                true)
                        : lines(
                                merge,
                                ours.partner[line],
                                ours.differs[line],
                                line,
                                theirs.partner[line],
                                theirs.differs[line]);
                if (row.conflict() >= 0 && row.conflict() != last) {
                    rows.add(new Choose(row.conflict()));
                    last = row.conflict();
                }
                rows.add(row);
            }
        }
        return List.copyOf(rows);
    }

    private static Lines lines(
            ThreeWay merge, int ours, boolean oursDiffers, int base, int theirs, boolean theirsDiffers) {
        var conflicts = merge.conflicts();
        for (var i = 0; i < conflicts.size(); i++) {
            var conflict = conflicts.get(i);
            if (holds(conflict.ours(), ours) || holds(conflict.base(), base) || holds(conflict.theirs(), theirs)) {
                return new Lines(ours, oursDiffers, base, theirs, theirsDiffers, i);
            }
        }
        return new Lines(ours, oursDiffers, base, theirs, theirsDiffers, -1);
    }

    private static boolean holds(ThreeWay.Lines lines, int line) {
        return line != Row.FILLER && lines.from() <= line && line < lines.to();
    }

    private static int at(List<Integer> lines, int index) {
        return index < lines.size() ? lines.get(index) : Row.FILLER;
    }

    /// Where each line of the base is in a text that came from it.
    final class Aligned {
        private final int[] partner;
        private final boolean[] differs;
        private final List<List<Integer>> added = new ArrayList<>();

        private Aligned(LineText base, LineText text) {
            partner = new int[base.size()];
            differs = new boolean[base.size()];
            for (var i = 0; i <= base.size(); i++) {
                added.add(new ArrayList<>());
            }
            var next = 0;
            for (var row : LineDiff.compare(base, text, DiffOptions.STANDARD).rows()) {
                if (row.fillerLeft()) {
                    added.get(next).add(row.right());
                } else {
                    partner[row.left()] = row.right();
                    differs[row.left()] = row.kind() != Row.Kind.SAME;
                    next = row.left() + 1;
                }
            }
        }

        private List<Integer> addedBefore(int line) {
            return added.get(line);
        }
    }
}
