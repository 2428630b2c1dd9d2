package dev.quarry.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An open database with the newest schema: one connection that writes and one that reads. The writing one is for one
/// thread at a time.
final class Database implements AutoCloseable {

    /// The scripts that lead from one schema to the next, the first from nothing to 1. Only ever added to.
    static final List<String> MIGRATIONS = List.of("schema-1.sql", "schema-2.sql", "schema-3.sql");

    /// Another program's transaction is waited for that long.
    private static final int PATIENCE_MILLIS = 10_000;

    /// The database was made by a later version of Quarry.
    static final class NewerException extends SQLException {
        private static final long serialVersionUID = 1L;

        NewerException(long found) {
            super("schema " + found + " is newer than " + MIGRATIONS.size());
        }
    }

    private final Connection writer;
    private final Connection reader;

    private Database(Connection writer, Connection reader) {
        this.writer = writer;
        this.reader = reader;
    }

    /// Opens the database of that file, makes it when there is none, and brings it to the newest schema.
    static Database open(Path file) throws SQLException, IOException {
        makeForUserOnly(file);
        var writer = connect(file.toString());
        try {
            Sql.run(writer, "PRAGMA auto_vacuum = INCREMENTAL");
            Sql.run(writer, "PRAGMA journal_mode = WAL");
            Sql.run(writer, "PRAGMA synchronous = NORMAL");
            Sql.run(writer, "PRAGMA secure_delete = ON");
            migrate(writer, MIGRATIONS.size());
            var reader = connect(file.toString());
            Sql.run(reader, "PRAGMA query_only = ON");
            return new Database(writer, reader);
        } catch (SQLException | RuntimeException e) {
            close(writer, e);
            throw e;
        }
    }

    /// A database that is gone when it is closed.
    static Database inMemory() throws SQLException {
        var only = connect(":memory:");
        migrate(only, MIGRATIONS.size());
        return new Database(only, only);
    }

    private static void makeForUserOnly(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (!Files.exists(file)
                && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } catch (java.nio.file.FileAlreadyExistsException e) {
                return; // another Quarry starts at the same moment, and made it just now
            }
        }
    }

    private static Connection connect(String file) throws SQLException {
        var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Sql.run(connection, "PRAGMA busy_timeout = " + PATIENCE_MILLIS);
        return connection;
    }

    /// Brings the schema to that version, one step at a time, all of them or none.
    static void migrate(Connection connection, int to) throws SQLException {
        if (version(connection) == to) {
            return;
        }
        Sql.run(connection, "BEGIN IMMEDIATE");
        try {
            var found = version(connection); // again, for another program may have been faster
            if (found > to) {
                throw new NewerException(found);
            }
            for (var next = (int) found; next < to; next++) {
                for (var statement : script(MIGRATIONS.get(next))) {
                    Sql.run(connection, statement);
                }
            }
            Sql.run(connection, "PRAGMA user_version = " + to);
            Sql.run(connection, "COMMIT");
        } catch (SQLException | RuntimeException e) {
            rollBack(connection, e);
            throw e;
        }
    }

    private static long version(Connection connection) throws SQLException {
        return Sql.number(connection, "PRAGMA user_version");
    }

    /// The statements of a script: each ends in a semicolon at the end of a line.
    private static List<String> script(String name) {
        try (var in = Database.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no script is called " + name);
            }
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(text.split(";\\s*\n")).stream()
                    .filter(s -> !s.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// For the thread that writes.
    Connection writer() {
        return writer;
    }

    /// Sees what was committed; may be used from any thread, one statement at a time.
    Connection reader() {
        return reader;
    }

    /// Writes that belong together.
    interface Change<T> {
        T make(Connection connection) throws SQLException;
    }

    /// The same, when nothing comes of them.
    interface Effect {
        void make(Connection connection) throws SQLException;
    }

    /// Does it whole or not at all.
    void make(Effect effect) throws SQLException {
        change(connection -> {
            effect.make(connection);
            return true;
        });
    }

    /// Makes the change whole or not at all.
    <T> T change(Change<T> change) throws SQLException {
        Sql.run(writer, "BEGIN IMMEDIATE");
        try {
            var result = change.make(writer);
            Sql.run(writer, "COMMIT");
            return result;
        } catch (SQLException | RuntimeException e) {
            rollBack(writer, e);
            throw e;
        }
    }

    private static void rollBack(Connection connection, Exception why) {
        try {
            Sql.run(connection, "ROLLBACK");
        } catch (SQLException e) {
            why.addSuppressed(e); // some errors, a full disk among them, have rolled back already
        }
    }

    private static void close(Connection connection, @Nullable Exception why) {
        try {
            connection.close();
        } catch (SQLException e) {
            if (why == null) {
                throw new IllegalStateException("the history was not closed", e);
            }
            why.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        close(reader, null);
        close(writer, null);
    }
}
