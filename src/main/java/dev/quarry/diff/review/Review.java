package dev.quarry.diff.review;

import dev.quarry.diff.Diff;
import dev.quarry.diff.Hunk;
import dev.quarry.diff.LineText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A diff under review: what is accepted and rejected, and the text that makes. Starts with the left text. To
/// be used by one thread; knows no toolkit.
///
/// - Accepting a hunk or row puts the right side's lines into the result, in the left side's line endings
///   (unless the diff compares endings); rejecting one, or leaving it undecided, keeps the left side's.
/// - With everything accepted the result is the right text, with nothing accepted it is the left one, but for
///   what the diff's options ignore: that stays as it is on the left.
/// - The result may be edited by hand, see [#edit(String)]. Every decision and every edit is one step that
///   [#undo()] takes back.
public final class Review {
    private static final int MAX_STEPS = 1_000;

    private final Diff diff;
    private final SegmentMaker maker;
    private final DecisionMatch match;
    private final List<Segment> untouched;
    private final List<Segment> segments;
    private final Deque<Step> undo = new ArrayDeque<>();
    private final Deque<Step> redo = new ArrayDeque<>();
    private @Nullable ReviewResult result;

    private record Step(SortedMap<Integer, Segment> before, SortedMap<Integer, Segment> after) {}

    public Review(Diff diff) {
        this.diff = diff;
        this.maker = new SegmentMaker(diff);
        this.match = new DecisionMatch(diff, maker);
        this.untouched = maker.segments();
        this.segments = new ArrayList<>(untouched);
    }

    public Diff diff() {
        return diff;
    }

    /// The text as it stands, every line ending in place.
    public LineText result() {
        return current().text();
    }

    /// Where that hunk's lines are in the result.
    public ResultRange rangeOf(Hunk hunk) {
        return current().rangeOf(segmentOf(hunk));
    }

    private ReviewResult current() {
        var known = result;
        if (known == null) {
            known = ReviewResult.of(segments);
            result = known;
        }
        return known;
    }

    public HunkState state(Hunk hunk) {
        return switch (segments.get(segmentOf(hunk))) {
            case Segment.Decided decided -> decided.state();
            case Segment.Edited _, Segment.Kept _ -> HunkState.EDITED;
        };
    }

    /// What was decided on one row of a hunk; nothing while the hunk is [HunkState#EDITED].
    ///
    /// @param row 0-based, among the rows of the hunk
    public Decision decision(Hunk hunk, int row) {
        return decisions(hunk).get(row);
    }

    private List<Decision> decisions(Hunk hunk) {
        return segments.get(segmentOf(hunk)) instanceof Segment.Decided decided
                ? decided.decisions()
                : maker.hunk(hunk, Decision.UNDECIDED).decisions();
    }

    /// Decides on a whole hunk. What was written there by hand goes.
    public void decide(Hunk hunk, Decision decision) {
        take(new TreeMap<>(Map.of(segmentOf(hunk), maker.hunk(hunk, decision))));
    }

    /// Decides on one row of a hunk and leaves the others as they are. What was written there by hand goes; the
    /// other rows are undecided then.
    ///
    /// @param row 0-based, among the rows of the hunk
    public void decide(Hunk hunk, int row, Decision decision) {
        var decisions = new ArrayList<>(decisions(hunk));
        decisions.set(row, decision);
        take(new TreeMap<>(Map.of(segmentOf(hunk), maker.hunk(hunk, decisions))));
    }

    /// Decides on all hunks at once, but not on those that are [HunkState#EDITED].
    public void decideAll(Decision decision) {
        var after = new TreeMap<Integer, Segment>();
        for (var hunk : diff.hunks()) {
            if (state(hunk) != HunkState.EDITED) {
                after.put(segmentOf(hunk), maker.hunk(hunk, decision));
            }
        }
        take(after);
    }

    /// Takes back all decisions and edits, as one step.
    public void startOver() {
        var after = new TreeMap<Integer, Segment>();
        for (var i = 0; i < segments.size(); i++) {
            after.put(i, untouched.get(i));
        }
        take(after);
    }

    /// Takes over the result as it was edited by hand. The line endings of `text` do not count: lines that were
    /// there before keep theirs, new ones get the main one; whether it ends with a newline does count.
    ///
    /// A hunk whose lines were not touched keeps its state. A touched one whose new text is a combination of
    /// both sides' rows is decided accordingly (the left's text, typed back by hand, is a rejection); otherwise
    /// it is [HunkState#EDITED]. Lines written between hunks stay whatever is decided later.
    public void edit(String text) {
        var after = LineText.of(text);
        var anchor = new EditAnchor(
                segments,
                maker,
                (segment, lines) -> match.find(hunkAt(segment), lines, false).isPresent(),
                result(),
                after);
        var changed = anchor.touched();
        var last = lastWithLines(changed);
        var taken = new TreeMap<Integer, Segment>();
        changed.forEach((segment, lines) -> taken.put(segment, recognised(segment, lines, segment >= last)));
        take(taken);
    }

    private int lastWithLines(SortedMap<Integer, List<ResultLine>> changed) {
        for (var i = segments.size() - 1; i >= 0; i--) {
            if (!changed.getOrDefault(i, segments.get(i).lines()).isEmpty()) {
                return i;
            }
        }
        return 0;
    }

    private Segment recognised(int segment, List<ResultLine> lines, boolean endsResult) {
        if (EditAnchor.isHunk(segment)) {
            return match.find(hunkAt(segment), lines, endsResult)
                    .<Segment>map(decided -> decided)
                    .orElseGet(() -> new Segment.Edited(lines));
        }
        var kept = untouched.get(segment);
        return DecisionMatch.equal(kept.lines(), lines, endsResult) ? kept : new Segment.Edited(lines);
    }

    public boolean canUndo() {
        return !undo.isEmpty();
    }

    public boolean canRedo() {
        return !redo.isEmpty();
    }

    /// Takes back the last step, if there is one. The last 1,000 are kept.
    public void undo() {
        if (canUndo()) {
            var step = undo.pop();
            redo.push(step);
            put(step.before());
        }
    }

    /// Takes the step again that was taken back last, if nothing else was done since.
    public void redo() {
        if (canRedo()) {
            var step = redo.pop();
            undo.push(step);
            put(step.after());
        }
    }

    private void take(SortedMap<Integer, Segment> after) {
        var before = new TreeMap<Integer, Segment>();
        after.keySet().forEach(i -> before.put(i, segments.get(i)));
        if (before.equals(after)) {
            return;
        }
        undo.push(new Step(before, after));
        if (undo.size() > MAX_STEPS) {
            undo.removeLast();
        }
        redo.clear();
        put(after);
    }

    private void put(Map<Integer, Segment> changed) {
        changed.forEach(segments::set);
        result = null;
    }

    public ReviewCounts counts() {
        return ReviewCounts.of(diff.hunks().stream().map(this::state).toList());
    }

    /// The same review over another diff of the same left text: after the right side was answered anew, or with
    /// other options. Hunks that are the same in both keep their state, lines between hunks what was written
    /// there; the steps so far cannot be undone in it.
    public Carried carriedTo(Diff next) {
        return new ReviewCarrier(this, new Review(next)).carry();
    }

    /// What became of a review over another diff.
    ///
    /// @param review over the other diff
    /// @param lostDecisions hunks that were decided on and have no counterpart there
    /// @param lostEdits places edited by hand that have no counterpart there
    public record Carried(Review review, int lostDecisions, int lostEdits) {}

    List<Segment> segments() {
        return segments;
    }

    boolean isTouched(int segment) {
        return !segments.get(segment).equals(untouched.get(segment));
    }

    /// Takes over the state of the same place in another review. The lines are made anew: other options may
    /// treat them differently.
    void startWith(int segment, Segment state) {
        segments.set(
                segment,
                state instanceof Segment.Decided decided ? maker.hunk(hunkAt(segment), decided.decisions()) : state);
        result = null;
    }

    static int segmentOf(Hunk hunk) {
        return 2 * hunk.index() + 1;
    }

    private Hunk hunkAt(int segment) {
        return diff.hunks().get(segment / 2);
    }
}
