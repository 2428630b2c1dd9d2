package dev.quarry.history;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes runs and drafts down in batches, on a thread of its own, and opens another database when the one that is open
/// turns out to be damaged. May be used from any thread.
final class Store {
    /// A text that came is on disk after this long, so that a program that is killed loses less than a second.
    static final long BATCH_MILLIS = 400;

    private static final long RETRY_MILLIS = 5_000;
    private static final Logger LOG = LoggerFactory.getLogger(Store.class);

    private final Path file;
    private final HistoryThread thread = new HistoryThread();
    private final CurrentDatabase current;
    private final Tidying tidying;
    private final AtomicBoolean flushIsDue = new AtomicBoolean();
    private final AtomicReference<@Nullable Draft> draft = new AtomicReference<>();
    private final CompletableFuture<Void> opened = new CompletableFuture<>();
    private volatile HistoryListener listener = HistoryListener.NONE;

    // Of the writing thread.
    private final Set<Recording> active = new LinkedHashSet<>();
    private boolean complained;

    Store(Path file) {
        this.file = file;
        current = new CurrentDatabase(file);
        tidying = new Tidying(thread, current, () -> listener.changed(), this::failed);
    }

    void open(boolean onDisk, Retention keep, HistoryListener told) {
        listener = told;
        thread.submit(() -> {
            tidying.keep(keep);
            use(onDisk);
            opened.complete(null);
            told.changed();
        });
    }

    void change(boolean onDisk, Retention keep) {
        thread.submit(() -> {
            tidying.keep(keep);
            if (onDisk != current.onDisk()) {
                use(onDisk);
                listener.changed();
            }
            tidying.expire();
        });
    }

    void begin(Recording recording) {
        thread.submit(() -> active.add(recording));
        flushNow();
    }

    void keep(Draft edited) {
        draft.set(edited);
        flushSoon();
    }

    /// Reads that may fail for another reason than the database.
    interface Read<T> {
        T from(Connection connection) throws SQLException, HistoryException;
    }

    /// Reads on the calling thread, which waits until the database is open.
    <T> T read(Read<T> what) throws HistoryException {
        opened.join();
        var from = current.get();
        if (from == null) {
            throw new HistoryException(Problems.noLibrary());
        }
        try {
            synchronized (from.reader()) {
                return what.from(from.reader());
            }
        } catch (SQLException e) {
            if (from != current.get()) {
                return read(what); // it was closed for another one in the meantime
            }
            if (Problems.damaged(e)) {
                thread.submit(() -> replaceDamaged(from));
            }
            throw new HistoryException("The history could not be read: " + file + ".", e);
        }
    }

    /// Does the writes on the writing thread, all or none.
    CompletableFuture<Void> work(Database.Effect what, boolean changesTheList) {
        var done = new CompletableFuture<Void>();
        thread.submit(() -> {
            var to = current.get();
            try {
                if (to == null) {
                    throw new HistoryException(Problems.noLibrary());
                }
                to.make(what);
                done.complete(null);
                if (changesTheList) {
                    listener.changed();
                }
            } catch (SQLException e) {
                failed(e);
                done.completeExceptionally(new HistoryException(Problems.notWritten(e, file), e));
            } catch (HistoryException e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }

    /// The same for writes that delete: the room is given back.
    CompletableFuture<Void> delete(Database.Effect what) {
        return work(what, true).thenRun(() -> thread.submit(tidying::shrink));
    }

    /// Writes what has come within the next half second.
    void flushSoon() {
        if (flushIsDue.compareAndSet(false, true)) {
            thread.later(this::flush, BATCH_MILLIS);
        }
    }

    void flushNow() {
        thread.submit(this::flush);
    }

    private void flush() {
        flushIsDue.set(false);
        var to = current.get();
        if (to == null) {
            return;
        }
        try {
            var changes = writeRuns(to);
            writeDraft(to);
            complained = false;
            if (changes) {
                listener.changed();
                tidying.expire();
            }
        } catch (SQLException e) {
            failed(e);
        }
    }

    private boolean writeRuns(Database to) throws SQLException {
        var changes = false;
        for (var recording : List.copyOf(active)) {
            var written = to.change(connection -> recording.write(connection, current.writer()));
            recording.committed(written);
            changes |= written.changesTheList();
            if (written.ends()) {
                active.remove(recording);
            }
        }
        return changes;
    }

    private void writeDraft(Database to) throws SQLException {
        var edited = draft.get();
        if (edited != null && current.onDisk()) {
            to.change(connection -> Sql.update(
                    connection,
                    "INSERT OR REPLACE INTO draft (writer, content) VALUES (?, ?)",
                    current.writer(),
                    Json.write(edited)));
            draft.compareAndSet(edited, null);
        }
    }

    private void failed(SQLException e) {
        var at = current.get();
        if (Problems.damaged(e) && at != null) {
            replaceDamaged(at);
            return;
        }
        LOG.warn("the history was not written", e);
        if (!complained) {
            complained = true;
            listener.problem(Problems.notWritten(e, file));
        }
        if (Problems.passing(e)) {
            thread.later(this::flush, RETRY_MILLIS);
        }
    }

    private void use(boolean onDisk) {
        current.use(onDisk, listener);
        startOver();
    }

    private void replaceDamaged(Database damaged) {
        if (current.replace(damaged, listener)) {
            startOver();
            listener.changed();
        }
    }

    /// Writes all that goes on into the database that was just opened.
    private void startOver() {
        complained = false;
        active.forEach(Recording::startOver);
        flush();
        tidying.expire();
    }

    /// Waits until all that came before is written.
    void await() {
        thread.await(this::flush);
    }

    /// Writes what is left and closes the database. Blocks its caller, at most some seconds.
    void close() {
        thread.end(() -> {
            flush();
            current.leave();
        });
    }
}
