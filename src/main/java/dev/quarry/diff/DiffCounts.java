package dev.quarry.diff;

/// How much differs. A changed line is one that replaces another: where three lines take the place of two, two
/// are changed and one is added.
public record DiffCounts(int hunks, int addedLines, int removedLines, int changedLines) {

    static DiffCounts of(Iterable<Hunk> hunks) {
        var count = 0;
        var added = 0;
        var removed = 0;
        var changed = 0;
        for (var hunk : hunks) {
            count++;
            added += hunk.addedLines();
            removed += hunk.removedLines();
            changed += hunk.changedLines();
        }
        return new DiffCounts(count, added, removed, changed);
    }
}
