package dev.quarry.diff;

import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/// Ends an algorithm from inside when the time is up: comparing is what they all do most.
final class WatchedComparator<S extends Sequence> extends SequenceComparator<S> {
    private final SequenceComparator<? super S> comparator;
    private final Deadline deadline;

    WatchedComparator(SequenceComparator<? super S> comparator, Deadline deadline) {
        this.comparator = comparator;
        this.deadline = deadline;
    }

    @Override
    public boolean equals(S a, int ai, S b, int bi) {
        deadline.tick();
        return comparator.equals(a, ai, b, bi);
    }

    @Override
    public int hash(S sequence, int index) {
        return comparator.hash(sequence, index);
    }
}
