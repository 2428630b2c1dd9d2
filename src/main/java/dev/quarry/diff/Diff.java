package dev.quarry.diff;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// What differs between two texts. Hunks are there from the start; rows, inline changes and moves are worked
/// out when first asked for, so ask for them off the FX thread. Immutable.
public final class Diff {
    private final LineText left;
    private final LineText right;
    private final DiffOptions options;
    private final Precision precision;
    private final LineKeys keys;
    private final List<Hunk> hunks;
    private final DiffCounts counts;
    private final Memo<RowLayout> rows;
    private final Memo<List<Row>> unified;
    private final Memo<List<Move>> moves;
    private final ConcurrentMap<Integer, InlineChanges> inline = new ConcurrentHashMap<>();

    /// @param ignored differences that do not count, with no index of their own
    Diff(
            LineText left,
            LineText right,
            DiffOptions options,
            Precision precision,
            LineKeys keys,
            List<Hunk> hunks,
            List<Hunk> ignored) {
        this.left = left;
        this.right = right;
        this.options = options;
        this.precision = precision;
        this.keys = keys;
        this.hunks = List.copyOf(hunks);
        this.counts = DiffCounts.of(hunks);
        this.rows = new Memo<>(() -> new RowLayout(this, ignored));
        this.unified = new Memo<>(() -> UnifiedLayout.of(rows()));
        this.moves = new Memo<>(() -> MoveFinder.find(this));
    }

    public LineText left() {
        return left;
    }

    public LineText right() {
        return right;
    }

    public DiffOptions options() {
        return options;
    }

    /// Whether the time limit made the hunks larger than they need be.
    public Precision precision() {
        return precision;
    }

    /// The differences in order, without overlap.
    public List<Hunk> hunks() {
        return hunks;
    }

    public DiffCounts counts() {
        return counts;
    }

    /// Whether nothing differs, as far as the options look.
    public boolean isEmpty() {
        return hunks.isEmpty();
    }

    /// Both texts side by side, from the first row to the last.
    public List<Row> rows() {
        return rows.get().rows();
    }

    /// The rows of one hunk, in order; at least one.
    public List<Row> rows(Hunk hunk) {
        return rows().subList(firstRow(hunk), rows.get().endOf(hunk));
    }

    /// Where the rows of that hunk begin among [#rows()].
    public int firstRow(Hunk hunk) {
        return rows.get().startOf(hunk);
    }

    /// Both texts one below the other: of lines that changed, first those that go, then those that come. A
    /// changed line is two rows here, removed and added, and both belong to the same decision of a review.
    public List<Row> unifiedRows() {
        return unified.get();
    }

    /// Which of the rows of its hunk shows the same line as a row of [#unifiedRows()]: what a review decides on.
    ///
    /// @return an index in [#rows(Hunk)]
    public int decisionRow(Row unified) {
        var rows = rows(hunks.get(unified.hunk()));
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (unified.fillerLeft() ? row.right() == unified.right() : row.left() == unified.left()) {
                return i;
            }
        }
        throw new IllegalArgumentException("no row of this diff: " + unified);
    }

    /// What changed within the lines of that hunk.
    public InlineChanges inline(Hunk hunk) {
        return inline.computeIfAbsent(hunk.index(), _ -> InlineDiff.of(this, hunk));
    }

    /// Blocks that moved from one hunk to another, in the order of the left.
    public List<Move> moves() {
        return moves.get();
    }

    /// The runs of unchanged rows that can be hidden, when `context` rows stay visible around each hunk.
    public List<Fold> folds(int context) {
        return FoldFinder.find(this, rows(), context);
    }

    /// The same among [#unifiedRows()].
    public List<Fold> unifiedFolds(int context) {
        return FoldFinder.find(this, unifiedRows(), context);
    }

    /// The hunk that holds that 0-based line of the left.
    public Optional<Hunk> hunkOfLeft(int line) {
        return hunks.stream()
                .filter(h -> h.leftFrom() <= line && line < h.leftTo())
                .findFirst();
    }

    /// The hunk that holds that 0-based line of the right.
    public Optional<Hunk> hunkOfRight(int line) {
        return hunks.stream()
                .filter(h -> h.rightFrom() <= line && line < h.rightTo())
                .findFirst();
    }

    /// Whether two lines are equal as far as the options look.
    boolean sameLine(int leftLine, int rightLine) {
        return keys.same(leftLine, rightLine);
    }
}
