package dev.quarry.history;

import dev.quarry.run.Outcome;
import dev.quarry.run.TokenUsage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What programs that ended without closing have left behind: runs without an end, and drafts.
///
/// @param run the newest of the runs, or null
/// @param draft as JSON, or null
record Leftovers(@Nullable Long run, @Nullable String draft) {
    private static final Outcome ENDED = new Outcome.Interrupted(
            "Quarry ended before the answer was whole. What had come by then was kept; run it again for the rest.");

    /// Ends the runs and takes the drafts, within a transaction of the caller's: of several programs that start at
    /// once, one gets them.
    static Leftovers take(Connection connection) throws SQLException {
        var writers = Sql.list(
                connection,
                row -> new Writer(row.getString(1), row.getLong(2), row.getLong(3)),
                "SELECT id, process, started FROM writer");
        var dead = writers.stream().filter(w -> !w.alive()).map(Writer::id).toList();
        var living = writers.stream()
                .map(Writer::id)
                .filter(id -> !dead.contains(id))
                .collect(Collectors.toSet());
        var runs = Sql.list(
                        connection,
                        row -> new Unended(row.getLong(1), row.getString(2)),
                        "SELECT id, writer FROM run WHERE writer IS NOT NULL ORDER BY id")
                .stream()
                .filter(r -> !living.contains(r.writer()))
                .toList();
        for (var run : runs) {
            RunWrites.end(connection, run.id(), new RunEnd(ENDED, TokenUsage.NONE, Duration.ZERO, Duration.ZERO, null));
        }
        var draft = takeDraft(connection, dead);
        for (var writer : dead) {
            Sql.update(connection, "DELETE FROM writer WHERE id = ?", writer);
        }
        return new Leftovers(runs.isEmpty() ? null : runs.getLast().id(), draft.orElse(null));
    }

    private record Unended(long id, String writer) {}

    private static Optional<String> takeDraft(Connection connection, List<String> dead) throws SQLException {
        Optional<String> last = Optional.empty();
        for (var writer : dead) {
            var drafts =
                    Sql.list(connection, row -> row.getString(1), "SELECT content FROM draft WHERE writer = ?", writer);
            Sql.update(connection, "DELETE FROM draft WHERE writer = ?", writer);
            if (!drafts.isEmpty()) {
                last = Optional.of(drafts.getFirst());
            }
        }
        return last;
    }
}
