package dev.quarry.history;

import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Consumer;

/// Deletes what is too old or too much and gives room back to the disk. On the history's thread only, and never for
/// long: other work is done between its steps.
final class Tidying {
    private final HistoryThread thread;
    private final CurrentDatabase current;
    private final Runnable onDeleted;
    private final Consumer<SQLException> onFailure;
    private Retention keep = Retention.FOR_EVER;
    private boolean merging;

    Tidying(HistoryThread thread, CurrentDatabase current, Runnable onDeleted, Consumer<SQLException> onFailure) {
        this.thread = thread;
        this.current = current;
        this.onDeleted = onDeleted;
        this.onFailure = onFailure;
    }

    void keep(Retention howMuch) {
        keep = howMuch;
    }

    /// Deletes what may not be kept any longer.
    void expire() {
        var at = current.get();
        if (at == null || keep.equals(Retention.FOR_EVER)) {
            return;
        }
        try {
            var expired = Upkeep.expired(at.writer(), keep, Instant.now());
            if (!expired.isEmpty()) {
                at.make(connection -> RunWrites.delete(connection, expired));
                onDeleted.run();
                shrink();
                thread.submit(this::expire); // there may be more
            }
        } catch (SQLException e) {
            onFailure.accept(e);
        }
    }

    /// Gives what was deleted back to the disk, in slices between which other work is done.
    void shrink() {
        if (!merging) {
            merging = true;
            shrinkOn(true);
        }
    }

    private void shrinkOn(boolean first) {
        var at = current.get();
        merging = at != null;
        if (at == null) {
            return;
        }
        try {
            if (at.change(connection -> Upkeep.mergeSlice(connection, first))) {
                thread.submit(() -> shrinkOn(false));
            } else {
                merging = false;
                Upkeep.shrink(at.writer());
            }
        } catch (SQLException e) {
            merging = false;
            onFailure.accept(e);
        }
    }
}
