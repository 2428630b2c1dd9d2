package dev.quarry.diff;

import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HashedSequence;
import org.eclipse.jgit.diff.HashedSequenceComparator;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.LowLevelDiffAlgorithm;
import org.eclipse.jgit.diff.MyersDiff;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.errors.DiffInterruptedException;

/// Finds what differs between two number sequences with JGit's histogram diff, within a time limit. Where every
/// line occurs too often for the histogram JGit goes on with Myers' algorithm, whose time may grow with the
/// square of the input; if the time runs out there, only that region becomes one edit. If it runs out
/// elsewhere, [UniqueLines] gives a coarser answer for the whole.
final class EditSearch {
    private final Deadline deadline;
    private boolean coarse;

    private EditSearch(Deadline deadline) {
        this.deadline = deadline;
    }

    /// @param edits in order, neither touching nor overlapping
    record Found(List<Edit> edits, Precision precision) {}

    static Found find(int[] left, int[] right, Deadline deadline) {
        return new EditSearch(deadline).find(left, right);
    }

    private Found find(int[] left, int[] right) {
        if (deadline.passed()) {
            return new Found(UniqueLines.edits(left, right), Precision.COARSE);
        }
        var histogram = new HistogramDiff();
        histogram.setFallbackAlgorithm(new BoundedMyers());
        try {
            var edits =
                    histogram.diff(new KeySequence.Comparator(deadline), new KeySequence(left), new KeySequence(right));
            return new Found(edits, coarse ? Precision.COARSE : Precision.FULL);
        } catch (Deadline.Passed _) {
            return new Found(UniqueLines.edits(left, right), Precision.COARSE);
        }
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
