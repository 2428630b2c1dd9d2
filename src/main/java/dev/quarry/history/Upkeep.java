package dev.quarry.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Keeps the database as small as it may be.
final class Upkeep {
    private static final int SLICE = 400; // pages of the index that one slice of merging writes
    private static final int OLD_AT_ONCE = 2_000;

    private Upkeep() {}

    /// The runs that are too old or too many to be kept, at most some thousands at once; empty when all may stay.
    static List<Long> expired(Connection connection, Retention keep, Instant now) throws SQLException {
        if (keep.days() > 0) {
            var oldest = now.minus(keep.days(), ChronoUnit.DAYS).toEpochMilli();
            var old = Sql.list(
                    connection,
                    row -> row.getLong(1),
                    "SELECT id FROM run WHERE begun < ? AND pinned = 0 AND writer IS NULL LIMIT ?",
                    oldest,
                    OLD_AT_ONCE);
            if (!old.isEmpty()) {
                return old;
            }
        }
        var limit = keep.megabytes() * 1_048_576L;
        var size = size(connection);
        if (limit == 0 || size <= limit) {
            return List.of();
        }
        var runs = Sql.number(connection, "SELECT count(*) FROM run");
        // A little more than the share that is too much, so that not every run that comes deletes one.
        var tooMany = Math.clamp((long) Math.ceil(runs * 1.05 * (size - limit) / size), 1, OLD_AT_ONCE);
        return Sql.list(
                connection,
                row -> row.getLong(1),
                "SELECT id FROM run WHERE pinned = 0 AND writer IS NULL ORDER BY id LIMIT ?",
                tooMany);
    }

    /// Bytes of the file that are in use.
    static long size(Connection connection) throws SQLException {
        return (Sql.number(connection, "PRAGMA page_count") - Sql.number(connection, "PRAGMA freelist_count"))
                * Sql.number(connection, "PRAGMA page_size");
    }

    /// Does a part of the work of taking deleted words out of the index.
    ///
    /// @param first whether this is the first slice
    /// @return whether there is more to do
    static boolean mergeSlice(Connection connection, boolean first) throws SQLException {
        var before = Sql.number(connection, "SELECT total_changes()");
        Sql.update(connection, "INSERT INTO run_words (run_words, rank) VALUES ('merge', ?)", first ? -SLICE : SLICE);
        return Sql.number(connection, "SELECT total_changes()") - before >= 2;
    }

    /// Gives the free pages back to the disk.
    static void shrink(Connection connection) throws SQLException {
        // As a query it would stop after the first page.
        Sql.runToEnd(connection, "PRAGMA incremental_vacuum");
        Sql.run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
