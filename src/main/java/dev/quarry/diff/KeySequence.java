package dev.quarry.diff;

import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/// Numbered lines or words in the form JGit's algorithms take.
final class KeySequence extends Sequence {
    private final int[] keys;

    KeySequence(int[] keys) {
        this.keys = keys;
    }

    @Override
    public int size() {
        return keys.length;
    }

    /// Compares by number.
    static final class Comparator extends SequenceComparator<KeySequence> {

        @Override
        public boolean equals(KeySequence a, int ai, KeySequence b, int bi) {
            return a.keys[ai] == b.keys[bi];
        }

        @Override
        public int hash(KeySequence sequence, int index) {
            return sequence.keys[index];
        }
    }
}
