package dev.quarry.diff;

import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HashedSequence;
import org.eclipse.jgit.diff.HashedSequenceComparator;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.LowLevelDiffAlgorithm;
import org.eclipse.jgit.diff.MyersDiff;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;
import org.eclipse.jgit.errors.DiffInterruptedException;

/// JGit's histogram diff within a time limit. Where every line occurs too often for the histogram, JGit goes on
/// with Myers' algorithm, whose time may grow with the square of the input: if the time runs out there, only
/// that region becomes one edit. If it runs out elsewhere, the whole does. Used by one thread.
final class BoundedHistogram extends DiffAlgorithm {
    private final Deadline deadline;
    private final HistogramDiff histogram = new HistogramDiff();
    private boolean coarse;
    private boolean gaveUp;

    BoundedHistogram(Deadline deadline) {
        this.deadline = deadline;
        histogram.setFallbackAlgorithm(new BoundedMyers());
    }

    @Override
    public <S extends Sequence> EditList diff(SequenceComparator<? super S> comparator, S a, S b) {
        try {
            if (!deadline.passed()) {
                return super.diff(new WatchedComparator<>(comparator, deadline), a, b);
            }
        } catch (Deadline.Passed _) {
            // The library gives out nothing of what it has found so far.
        }
        gaveUp = true;
        var all = new EditList(1);
        if (a.size() + b.size() > 0) {
            all.add(new Edit(0, a.size(), 0, b.size()));
        }
        return all;
    }

    @Override
    public <S extends Sequence> EditList diffNonCommon(SequenceComparator<? super S> comparator, S a, S b) {
        return histogram.diffNonCommon(comparator, a, b);
    }

    /// Whether a region was left coarse.
    boolean coarse() {
        return coarse || gaveUp;
    }

    /// Whether the whole comparison ended early.
    boolean gaveUp() {
        return gaveUp;
    }

    private final class BoundedMyers extends LowLevelDiffAlgorithm {
        private final LowLevelDiffAlgorithm myers = (LowLevelDiffAlgorithm) MyersDiff.INSTANCE;

        @Override
        public <S extends Sequence> void diffNonCommon(
                EditList edits,
                HashedSequenceComparator<S> comparator,
                HashedSequence<S> a,
                HashedSequence<S> b,
                Edit region) {
            var before = edits.size();
            try {
                if (!deadline.passed()) {
                    myers.diffNonCommon(edits, comparator, a, b, region);
                    return;
                }
            } catch (Deadline.Passed _) {
                edits.subList(before, edits.size()).clear();
            } catch (DiffInterruptedException _) {
                // Myers clears the interrupt status that made it stop; who interrupted us wants to see it.
                Thread.currentThread().interrupt();
                edits.subList(before, edits.size()).clear();
            }
            edits.add(region);
            coarse = true;
        }
    }
}
