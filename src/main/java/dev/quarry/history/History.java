package dev.quarry.history;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The runs of this user. Opened in the background and written by a thread of its own; nothing here blocks except
/// what says so. May be used from any thread.
///
/// Whatever is wrong with the database, the application goes on: runs are then kept in memory, and what could not be
/// written is written when it can be.
public final class History implements AutoCloseable {
    private final Price price;
    private final boolean mayKeep;
    private final Store store;

    /// @param file of the database; nothing is touched before [#open]
    public History(Path file, Price price) {
        this(file, price, true);
    }

    private History(Path file, Price price, boolean mayKeep) {
        this.mayKeep = mayKeep;
        this.price = price;
        store = new Store(file);
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
        store.open(kept && mayKeep, howMuch, told);
    }

    /// Keeps runs on disk from now on, or does not. What is on disk stays there.
    public void change(boolean kept, Retention howMuch) {
        store.change(kept && mayKeep, howMuch);
    }

    /// Begins to write a run down.
    public Recording record(RunStart start) {
        var recording = new Recording(store, start, price);
        store.begin(recording);
        return recording;
    }

    /// Keeps what is being worked on, in place of what was kept before.
    public void keepDraft(Draft edited) {
        store.keep(edited);
    }

    public CompletableFuture<Void> setVerdict(long run, Verdict verdict) {
        return store.work(connection -> RunWrites.verdict(connection, run, verdict), true);
    }

    public CompletableFuture<Void> pin(long run, boolean pinned) {
        return store.work(connection -> RunWrites.pin(connection, run, pinned), true);
    }

    /// Gives a run a name that the list shows and the search finds.
    ///
    /// @param name null to take the name away
    public CompletableFuture<Void> name(long run, @Nullable String name) {
        return store.work(connection -> RunWrites.name(connection, run, name), true);
    }

    /// Keeps how the panes look, for [KeptRun#view].
    public CompletableFuture<Void> setView(long run, String view) {
        return store.work(connection -> RunWrites.view(connection, run, view), false);
    }

    /// Deletes runs, their words in the index too, and gives the room back to the disk. Runs that go on stay.
    public CompletableFuture<Void> delete(List<Long> runs) {
        return store.delete(connection -> RunWrites.delete(connection, runs));
    }

    /// Deletes every run that the query finds, pinned ones only when it asks for pinned ones.
    public CompletableFuture<Void> delete(HistoryQuery query) {
        var wanted = query.pinned() == null ? query.withPinned(false) : query;
        return store.delete(connection -> {
            var found = RunReads.search(connection, wanted, Long.MAX_VALUE, Integer.MAX_VALUE);
            RunWrites.delete(
                    connection,
                    found.stream()
                            .filter(r -> r.outcome() != null)
                            .map(RunSummary::id)
                            .toList());
        });
    }

    /// Deletes every run that is over, pinned or not.
    public CompletableFuture<Void> deleteAll() {
        return store.delete(RunWrites::deleteAll);
    }

    /// The runs that the query finds, the newest first. Blocks its caller, first until the history is open.
    ///
    /// @param before only runs with a smaller ID: of the last one of the page before, else [Long#MAX_VALUE]
    public List<RunSummary> search(HistoryQuery query, long before, int limit) throws HistoryException {
        return store.read(connection -> RunReads.search(connection, query, before, limit));
    }

    /// Blocks its caller.
    public Optional<KeptRun> find(long run) throws HistoryException {
        return store.read(connection -> RunReads.find(connection, run));
    }

    /// The runs of a conversation, the oldest first. Blocks its caller.
    ///
    /// @param first the ID of the run that began it
    public List<KeptRun> conversation(long first) throws HistoryException {
        return store.read(connection -> {
            var runs = new ArrayList<KeptRun>();
            for (var id : RunReads.conversation(connection, first)) {
                RunReads.find(connection, id).ifPresent(runs::add);
            }
            return runs;
        });
    }

    /// What can be filtered by. Blocks its caller.
    public HistoryValues values() throws HistoryException {
        return store.read(connection -> new HistoryValues(
                RunReads.values(connection, "task"),
                RunReads.values(connection, "model"),
                RunReads.values(connection, "language")));
    }

    /// What was used since then, by day, task and model. Blocks its caller.
    public List<UsageRow> usage(Instant from) throws HistoryException {
        return store.read(connection -> Usage.read(connection, from));
    }

    /// What the tests look into.
    Store store() {
        return store;
    }

    /// Waits until all that came before is written.
    void await() {
        store.await();
    }

    /// Writes what is left and closes the database. Blocks its caller, at most some seconds.
    @Override
    public void close() {
        store.close();
    }
}
