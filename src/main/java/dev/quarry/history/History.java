package dev.quarry.history;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The runs of this user. Opened in the background and written by a thread of its own; nothing here blocks except
/// what says so. May be used from any thread.
///
/// Whatever is wrong with the database, the application goes on: runs are then kept in memory, and what could not be
/// written is written when it can be.
public final class History implements AutoCloseable {
    /// A text that came is on disk after this long, so that a program that is killed loses less than a second.
    static final long BATCH_MILLIS = 400;

    private static final long RETRY_MILLIS = 5_000;
    private static final long PATIENCE_AT_CLOSE_SECONDS = 10;
    private static final Logger LOG = LoggerFactory.getLogger(History.class);

    private final Path file;
    private final Price price;
    private final boolean mayKeep;
    private final CurrentDatabase current;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("history").factory());
    private final AtomicBoolean flushIsDue = new AtomicBoolean();
    private final AtomicReference<@Nullable Draft> draft = new AtomicReference<>();
    private final CompletableFuture<Void> opened = new CompletableFuture<>();
    private volatile HistoryListener listener = HistoryListener.NONE;

    // Of the writing thread.
    private final Set<Recording> active = new LinkedHashSet<>();
    private Retention keep = Retention.FOR_EVER;
    private boolean complained;
    private boolean merging;

    /// @param file of the database; nothing is touched before [#open]
    public History(Path file, Price price) {
        this(file, price, true);
    }

    private History(Path file, Price price, boolean mayKeep) {
        this.mayKeep = mayKeep;
        this.file = file;
        this.price = price;
        current = new CurrentDatabase(file);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        // What comes after the close, such as the last words of a run that was not waited for, is too late.
        thread.setRejectedExecutionHandler((task, executor) -> LOG.debug("too late for the history"));
    }

    /// A history that is gone when it is closed, whatever is asked of it.
    public static History inMemory() {
        return new History(Path.of(""), Price.UNKNOWN, false);
    }

    /// What runs cost, as far as it is known.
    public Price price() {
        return price;
    }

    /// Opens the database in the background.
    ///
    /// @param kept whether runs are kept on disk; when not, they are gone with this object
    public void open(boolean kept, Retention howMuch, HistoryListener told) {
        listener = told;
        submit(() -> {
            keep = howMuch;
            use(kept && mayKeep);
            opened.complete(null);
            told.changed();
        });
    }

    /// Keeps runs on disk from now on, or does not. What is on disk stays there.
    public void change(boolean kept, Retention howMuch) {
        submit(() -> {
            keep = howMuch;
            if ((kept && mayKeep) != current.onDisk()) {
                use(kept && mayKeep);
                listener.changed();
            }
            expire();
        });
    }

    /// Begins to write a run down.
    public Recording record(RunStart start) {
        var recording = new Recording(this, start, price);
        submit(() -> active.add(recording));
        flushNow();
        return recording;
    }

    /// Keeps what is being worked on, in place of what was kept before.
    public void keepDraft(Draft edited) {
        draft.set(edited);
        flushSoon();
    }

    public CompletableFuture<Void> setVerdict(long run, Verdict verdict) {
        return change(connection -> RunWrites.verdict(connection, run, verdict));
    }

    public CompletableFuture<Void> pin(long run, boolean pinned) {
        return change(connection -> RunWrites.pin(connection, run, pinned));
    }

    /// Gives a run a name that the list shows and the search finds.
    ///
    /// @param name null to take the name away
    public CompletableFuture<Void> name(long run, @Nullable String name) {
        return change(connection -> RunWrites.name(connection, run, name));
    }

    /// Keeps how the panes look, for [KeptRun#view].
    public CompletableFuture<Void> setView(long run, String view) {
        return work(connection -> RunWrites.view(connection, run, view), false);
    }

    /// Deletes runs, their words in the index too, and gives the room back to the disk. Runs that go on stay.
    public CompletableFuture<Void> delete(List<Long> runs) {
        return change(connection -> RunWrites.delete(connection, runs)).thenRun(this::shrink);
    }

    /// Deletes every run that the query finds, pinned ones only when it asks for pinned ones.
    public CompletableFuture<Void> delete(HistoryQuery query) {
        var wanted = query.pinned() == null ? query.withPinned(false) : query;
        return change(connection -> {
                    var found = RunReads.search(connection, wanted, Long.MAX_VALUE, Integer.MAX_VALUE);
                    RunWrites.delete(
                            connection,
                            found.stream()
                                    .filter(r -> r.outcome() != null)
                                    .map(RunSummary::id)
                                    .toList());
                })
                .thenRun(this::shrink);
    }

    /// Deletes every run that is over, pinned or not.
    public CompletableFuture<Void> deleteAll() {
        return change(RunWrites::deleteAll).thenRun(this::shrink);
    }

    /// The runs that the query finds, the newest first. Blocks its caller, first until the history is open.
    ///
    /// @param before only runs with a smaller ID: of the last one of the page before, else [Long#MAX_VALUE]
    public List<RunSummary> search(HistoryQuery query, long before, int limit) throws HistoryException {
        return read(connection -> RunReads.search(connection, query, before, limit));
    }

    /// Blocks its caller.
    public Optional<KeptRun> find(long run) throws HistoryException {
        return read(connection -> RunReads.find(connection, run));
    }

    /// The runs of a conversation, the oldest first. Blocks its caller.
    ///
    /// @param first the ID of the run that began it
    public List<KeptRun> conversation(long first) throws HistoryException {
        return read(connection -> {
            var runs = new ArrayList<KeptRun>();
            for (var id : RunReads.conversation(connection, first)) {
                RunReads.find(connection, id).ifPresent(runs::add);
            }
            return runs;
        });
    }

    /// What can be filtered by. Blocks its caller.
    public HistoryValues values() throws HistoryException {
        return read(connection -> new HistoryValues(
                RunReads.values(connection, "task"),
                RunReads.values(connection, "model"),
                RunReads.values(connection, "language")));
    }

    /// What was used since then, by day, task and model. Blocks its caller.
    public List<UsageRow> usage(Instant from) throws HistoryException {
        return read(connection -> Usage.read(connection, from));
    }

    /// Reads that may fail for another reason than the database.
    interface Read<T> {
        T from(Connection connection) throws SQLException, HistoryException;
    }

    /// Reads on the calling thread.
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
                submit(() -> replaceDamaged(from));
            }
            throw new HistoryException("The history could not be read: " + file + ".", e);
        }
    }

    private CompletableFuture<Void> change(Database.Effect what) {
        return work(what, true);
    }

    /// Does the writes on the writing thread, all or none.
    CompletableFuture<Void> work(Database.Effect what, boolean changesTheList) {
        var done = new CompletableFuture<Void>();
        submit(() -> {
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

    /// Writes what has come within the next half second.
    void flushSoon() {
        if (flushIsDue.compareAndSet(false, true)) {
            later(this::flush, BATCH_MILLIS);
        }
    }

    void flushNow() {
        submit(this::flush);
    }

    private void flush() {
        flushIsDue.set(false);
        var to = current.get();
        if (to == null) {
            return;
        }
        var edited = draft.get();
        try {
            var changes = false;
            for (var recording : List.copyOf(active)) {
                var written = to.change(connection -> recording.write(connection, current.writer()));
                recording.committed(written);
                changes |= written.changesTheList();
                if (written.ends()) {
                    active.remove(recording);
                }
            }
            if (edited != null && current.onDisk()) {
                to.change(connection -> Sql.update(
                        connection,
                        "INSERT OR REPLACE INTO draft (writer, content) VALUES (?, ?)",
                        current.writer(),
                        Json.write(edited)));
                draft.compareAndSet(edited, null);
            }
            complained = false;
            if (changes) {
                listener.changed();
                expire();
            }
        } catch (SQLException e) {
            failed(e);
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
            later(this::flush, RETRY_MILLIS);
        }
    }

    private void use(boolean kept) {
        current.use(kept, listener);
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
        expire();
    }

    private void expire() {
        var at = current.get();
        if (at == null || keep.equals(Retention.FOR_EVER)) {
            return;
        }
        try {
            var expired = Upkeep.expired(at.writer(), keep, Instant.now());
            if (!expired.isEmpty()) {
                at.make(connection -> RunWrites.delete(connection, expired));
                listener.changed();
                shrink();
                submit(this::expire); // there may be more
            }
        } catch (SQLException e) {
            failed(e);
        }
    }

    /// Gives what was deleted back to the disk, in slices between which other work is done.
    private void shrink() {
        submit(() -> {
            if (!merging) {
                merging = true;
                shrinkOn(true);
            }
        });
    }

    private void shrinkOn(boolean first) {
        var at = current.get();
        merging = at != null;
        if (at == null) {
            return;
        }
        try {
            if (at.change(connection -> Upkeep.mergeSlice(connection, first))) {
                submit(() -> shrinkOn(false));
            } else {
                merging = false;
                Upkeep.shrink(at.writer());
            }
        } catch (SQLException e) {
            merging = false;
            failed(e);
        }
    }

    private void submit(Runnable task) {
        thread.execute(() -> attempt(task));
    }

    private void later(Runnable task, long millis) {
        var _ = thread.schedule(() -> attempt(task), millis, TimeUnit.MILLISECONDS);
    }

    private static void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error bug) {
            LOG.error("the history's thread met a bug", bug);
            throw bug;
        }
    }

    /// Waits until all that came before is written.
    void await() {
        var done = new CompletableFuture<Void>();
        submit(() -> {
            flush();
            done.complete(null);
        });
        done.join();
    }

    /// Writes what is left and closes the database. Blocks its caller, at most some seconds.
    @Override
    public void close() {
        submit(() -> {
            flush();
            current.leave();
        });
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_AT_CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the history is still being written");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
