package dev.quarry.diff;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeChunk;

/// Two texts that both come from a third, merged: what a file was, what it is now, and what we wanted to make
/// of it. Immutable. Uses JGit's merge over the histogram diff.
public final class ThreeWay {
    private static final Duration TIME_LIMIT = Duration.ofSeconds(2);

    private final LineText base;
    private final LineText ours;
    private final LineText theirs;
    private final List<Part> parts;
    private final LineEnding newline;
    private final boolean keepsBaseEndings;

    private ThreeWay(LineText base, LineText ours, LineText theirs) {
        this.base = base;
        this.ours = ours;
        this.theirs = theirs;
        this.newline =
                theirs.mainEnding().or(ours::mainEnding).or(base::mainEnding).orElse(LineEnding.LF);
        this.keepsBaseEndings = base.mainEnding().equals(theirs.mainEnding());
        this.parts = parts(base, ours, theirs);
    }

    /// Whose text it is.
    public enum Side {
        /// What both started from.
        BASE,
        /// What we wanted.
        OURS,
        /// What it became meanwhile.
        THEIRS
    }

    /// Lines of one side, 0-based, the end exclusive.
    public record Lines(Side side, int from, int to) {}

    /// A stretch of the merged text.
    public sealed interface Part {}

    /// At most one side changed this, or both did alike.
    public record Agreed(Lines lines) implements Part {}

    /// Both sides changed this, each in its way.
    public record Conflict(Lines base, Lines ours, Lines theirs) implements Part {}

    /// What goes into the merged text in place of a conflict.
    public enum Choice {
        OURS,
        THEIRS,
        /// Ours, then theirs.
        BOTH
    }

    /// Merges. Blocks its caller, for two seconds at most or so; after that conflicts come out larger than need
    /// be.
    public static ThreeWay merge(LineText base, LineText ours, LineText theirs) {
        return new ThreeWay(base, ours, theirs);
    }

    /// The merged text in order.
    public List<Part> parts() {
        return parts;
    }

    /// The places to choose at, in order.
    public List<Conflict> conflicts() {
        return parts.stream()
                .filter(Conflict.class::isInstance)
                .map(Conflict.class::cast)
                .toList();
    }

    /// The text of one side.
    public LineText text(Side side) {
        return switch (side) {
            case BASE -> base;
            case OURS -> ours;
            case THEIRS -> theirs;
        };
    }

    /// The lines themselves.
    public List<String> lines(Lines lines) {
        return text(lines.side()).lines().subList(lines.from(), lines.to());
    }

    /// The merged text, in the line endings the file has now.
    ///
    /// @param choices one for each conflict, in order
    public LineText merged(List<Choice> choices) {
        if (choices.size() != conflicts().size()) {
            throw new IllegalArgumentException(
                    choices.size() + " choices for " + conflicts().size() + " conflicts");
        }
        var remaining = new ArrayList<>(choices);
        var taken = new ArrayList<Lines>();
        for (var part : parts) {
            switch (part) {
                case Agreed agreed -> taken.add(agreed.lines());
                case Conflict conflict -> {
                    switch (remaining.removeFirst()) {
                        case OURS -> taken.add(conflict.ours());
                        case THEIRS -> taken.add(conflict.theirs());
                        case BOTH -> taken.addAll(List.of(conflict.ours(), conflict.theirs()));
                    }
                }
            }
        }
        return join(taken.stream().filter(l -> l.from() < l.to()).toList());
    }

    private static List<Part> parts(LineText base, LineText ours, LineText theirs) {
        var table = new KeyTable(base.size());
        var baseKeys = keys(base, table);
        var oursKeys = keys(ours, table);
        var theirsKeys = keys(theirs, table);
        // JGit takes an empty text for a deleted file, so what is plain is not left to it.
        if (Arrays.equals(oursKeys, theirsKeys) || Arrays.equals(baseKeys, oursKeys)) {
            return List.of(new Agreed(new Lines(Side.THEIRS, 0, theirs.size())));
        }
        if (Arrays.equals(baseKeys, theirsKeys)) {
            return List.of(new Agreed(new Lines(Side.OURS, 0, ours.size())));
        }
        var merge = new MergeAlgorithm(new BoundedHistogram(Deadline.in(TIME_LIMIT)));
        var chunks = merge.merge(
                new KeySequence.Comparator(),
                new KeySequence(baseKeys),
                new KeySequence(oursKeys),
                new KeySequence(theirsKeys));
        var parts = new ArrayList<Part>();
        var inBase = new Lines(Side.BASE, 0, 0);
        var inOurs = new Lines(Side.OURS, 0, 0);
        for (var chunk : chunks) {
            var lines = new Lines(side(chunk), chunk.getBegin(), chunk.getEnd());
            switch (chunk.getConflictState()) {
                case NO_CONFLICT -> parts.add(new Agreed(lines));
                case FIRST_CONFLICTING_RANGE -> inOurs = lines;
                case BASE_CONFLICTING_RANGE -> inBase = lines;
                case NEXT_CONFLICTING_RANGE -> parts.add(new Conflict(inBase, inOurs, lines));
            }
        }
        return List.copyOf(parts);
    }

    private static Side side(MergeChunk chunk) {
        return switch (chunk.getSequenceIndex()) {
            case 0 -> Side.BASE;
            case 1 -> Side.OURS;
            default -> Side.THEIRS;
        };
    }

    /// A missing newline at the end makes the last line another one; other endings do not count.
    private static int[] keys(LineText text, KeyTable table) {
        var keys = new int[text.size()];
        for (var i = 0; i < keys.length; i++) {
            keys[i] = table.keyOf(text.ending(i) == LineEnding.NONE ? text.line(i) + "\n" : text.line(i));
        }
        return keys;
    }

    private LineText join(List<Lines> taken) {
        var result = new StringBuilder();
        for (var i = 0; i < taken.size(); i++) {
            var lines = taken.get(i);
            for (var line = lines.from(); line < lines.to(); line++) {
                var last = i == taken.size() - 1 && line == lines.to() - 1;
                result.append(text(lines.side()).line(line));
                result.append(ending(lines.side(), line, last).text());
            }
        }
        return LineText.of(result.toString());
    }

    private LineEnding ending(Side side, int line, boolean last) {
        var own = text(side).ending(line);
        if (own == LineEnding.NONE) {
            return last ? own : newline;
        }
        return side == Side.THEIRS || (side == Side.BASE && keepsBaseEndings) ? own : newline;
    }
}
