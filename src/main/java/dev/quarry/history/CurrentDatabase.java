package dev.quarry.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The database that is written and read at the moment: the one on disk, or one in memory in its place. Changed by the
/// writing thread only; whoever reads sees the change.
final class CurrentDatabase {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");
    private static final Logger LOG = LoggerFactory.getLogger(CurrentDatabase.class);

    private final Path file;
    private final Writer self = Writer.ofThisProcess();
    private volatile @Nullable Database database;
    private boolean onDisk;

    CurrentDatabase(Path file) {
        this.file = file;
    }

    /// Null before the first one is opened, and where SQLite does not work at all.
    @Nullable
    Database get() {
        return database;
    }

    boolean onDisk() {
        return onDisk;
    }

    /// Names this program in what it writes.
    String writer() {
        return self.id();
    }

    /// Opens the one on disk or one in memory, in place of what is open.
    void use(boolean kept, HistoryListener listener) {
        close();
        onDisk = kept;
        try {
            if (kept) {
                openOnDisk(listener);
            } else {
                database = Database.inMemory();
            }
        } catch (SQLException | IOException e) {
            LOG.warn("the history was not opened", e);
            listener.problem(e instanceof Database.NewerException ? Problems.newer(file) : Problems.notOpened(file));
            useMemory(listener);
        } catch (LinkageError | RuntimeException e) {
            // Without its native library SQLite cannot even be used in memory.
            LOG.error("SQLite was not loaded", e);
            listener.problem(Problems.noLibrary());
        }
    }

    private void useMemory(HistoryListener listener) {
        onDisk = false;
        try {
            database = Database.inMemory();
        } catch (SQLException e) {
            LOG.error("SQLite does not work in memory", e);
            listener.problem(Problems.noLibrary());
        }
    }

    private void openOnDisk(HistoryListener listener) throws SQLException, IOException {
        Database at;
        Leftovers left;
        try {
            at = Database.open(file);
            left = enter(at, listener.wantsLeftovers());
        } catch (SQLException e) {
            if (!Problems.damaged(e)) {
                throw e;
            }
            moveAside(listener);
            at = Database.open(file);
            left = enter(at, listener.wantsLeftovers());
        }
        database = at;
        tell(at, left, listener);
    }

    /// Names this program in the database.
    ///
    /// @param takes whether it takes what those before it have left
    private Leftovers enter(Database at, boolean takes) throws SQLException {
        try {
            return at.change(connection -> {
                var found = takes ? Leftovers.take(connection) : new Leftovers(null, null);
                Sql.update(
                        connection,
                        "INSERT OR REPLACE INTO writer (id, process, started) VALUES (?, ?, ?)",
                        self.id(),
                        self.process(),
                        self.started());
                return found;
            });
        } catch (SQLException e) {
            at.close();
            throw e;
        }
    }

    private static void tell(Database at, Leftovers left, HistoryListener listener) throws SQLException {
        try {
            var run = left.run() == null ? Optional.<KeptRun>empty() : RunReads.find(at.writer(), left.run());
            var edited = left.draft() == null ? Optional.<Draft>empty() : Optional.of(Json.draft(left.draft()));
            var recovered = new Recovered(run, edited);
            if (!recovered.isEmpty()) {
                listener.recovered(recovered);
            }
        } catch (HistoryException e) {
            listener.problem(e.sentence());
        }
    }

    /// Moves a database that turned out to be damaged out of the way and begins a new one.
    ///
    /// @return false when that was done already
    boolean replace(Database damaged, HistoryListener listener) {
        if (database != damaged || !onDisk) {
            return false;
        }
        close();
        try {
            moveAside(listener);
            use(true, listener);
        } catch (IOException e) {
            LOG.warn("the damaged history could not be moved", e);
            listener.problem(Problems.notOpened(file));
            useMemory(listener);
        }
        return true;
    }

    /// Moves the file, and the files that belong to it.
    private void moveAside(HistoryListener listener) throws IOException {
        var suffix = ".broken-" + LocalDateTime.now(ZoneId.systemDefault()).format(TIME);
        var aside = file.resolveSibling(file.getFileName() + suffix);
        Files.move(file, aside);
        for (var part : List.of("-wal", "-shm")) {
            var beside = file.resolveSibling(file.getFileName() + part);
            if (Files.exists(beside)) {
                Files.move(beside, aside.resolveSibling(aside.getFileName() + part));
            }
        }
        listener.problem(Problems.movedAside(file, aside));
    }

    /// Takes this program's name out: nothing is left behind.
    void leave() {
        var at = database;
        if (at != null && onDisk) {
            try {
                at.change(connection -> {
                    Sql.update(connection, "DELETE FROM draft WHERE writer = ?", self.id());
                    return Sql.update(connection, "DELETE FROM writer WHERE id = ?", self.id());
                });
            } catch (SQLException e) {
                LOG.warn("the history was not left cleanly", e);
            }
        }
        close();
    }

    private void close() {
        var at = database;
        database = null;
        if (at != null) {
            at.close();
        }
    }
}
