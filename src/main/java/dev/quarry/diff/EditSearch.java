package dev.quarry.diff;

import java.util.List;
import org.eclipse.jgit.diff.Edit;

/// Finds what differs between two number sequences: exactly if the time suffices, else by [UniqueLines].
final class EditSearch {

    private EditSearch() {}

    /// What was found.
    ///
    /// @param edits in order, neither touching nor overlapping
    record Found(List<Edit> edits, Precision precision) {}

    static Found find(int[] left, int[] right, Deadline deadline) {
        var histogram = new BoundedHistogram(deadline);
        var edits = histogram.diff(new KeySequence.Comparator(), new KeySequence(left), new KeySequence(right));
        if (histogram.gaveUp()) {
            return new Found(UniqueLines.edits(left, right), Precision.COARSE);
        }
        return new Found(edits, histogram.coarse() ? Precision.COARSE : Precision.FULL);
    }
}
