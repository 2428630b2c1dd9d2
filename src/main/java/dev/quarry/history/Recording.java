package dev.quarry.history;

import dev.quarry.run.RunEvent;
import dev.quarry.run.TokenUsage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A run that is being written down while it goes on. Takes the run's events on any thread and never blocks; the
/// history writes them in batches. Holds the whole text until the end is on disk, so that a disk that is full for a
/// while, or a database that has to be begun anew, loses nothing.
public final class Recording implements Consumer<RunEvent> {
    private final Store store;
    private final RunStart start;
    private final Price price;
    private final long beganNanos = System.nanoTime();
    private volatile CompletableFuture<Long> id = new CompletableFuture<>();

    private final StringBuilder answer = new StringBuilder(); // guarded by this
    private TokenUsage usage = TokenUsage.NONE; // guarded by this
    private @Nullable Duration toFirstPiece; // guarded by this
    private @Nullable RunEnd end; // guarded by this

    // Of the writing thread.
    private long row;
    private int written;
    private int pieces;

    Recording(Store store, RunStart start, Price price) {
        this.store = store;
        this.start = start;
        this.price = price;
    }

    @Override
    public void accept(RunEvent event) {
        synchronized (this) {
            switch (event) {
                case RunEvent.Text text -> {
                    pieceCame();
                    answer.append(text.piece());
                }
                case RunEvent.Reasoning r -> pieceCame();
                case RunEvent.Usage counted -> usage = usage.plus(counted.tokens());
                case RunEvent.Ended ended ->
                    end = new RunEnd(
                            ended.outcome(),
                            usage,
                            toFirstPiece == null ? Duration.ZERO : toFirstPiece,
                            sinceStart(),
                            price.costMicros(start.request(), usage, answer.toString()));
                case RunEvent.Started s -> {}
                case RunEvent.Retrying r -> {}
                case RunEvent.Dropped d -> {}
            }
        }
        if (event instanceof RunEvent.Ended) {
            store.flushNow();
        } else if (event instanceof RunEvent.Text) {
            store.flushSoon();
        }
    }

    private synchronized void pieceCame() {
        if (toFirstPiece == null) {
            toFirstPiece = sinceStart();
        }
    }

    private Duration sinceStart() {
        return Duration.ofNanos(System.nanoTime() - beganNanos);
    }

    /// The ID of the run, once it is written. Another one when the database had to be begun anew.
    public CompletableFuture<Long> id() {
        return id.copy();
    }

    /// The same, or null while it is not written.
    public @Nullable Long idNow() {
        var now = id;
        return now.isDone() ? now.join() : null;
    }

    /// Writes what is not written yet, within a transaction of the caller's.
    ///
    /// @return what holds once the transaction is through
    Written write(Connection connection, String writer) throws SQLException {
        String text;
        RunEnd how;
        synchronized (this) {
            text = answer.substring(written);
            how = end;
        }
        var begins = row == 0;
        var at = begins ? RunWrites.begin(connection, start, writer) : row;
        if (!text.isEmpty()) {
            RunWrites.addPiece(connection, at, pieces, text);
        }
        if (how != null) {
            RunWrites.end(connection, at, how);
        }
        return new Written(at, text.length(), begins, how != null);
    }

    /// @param ends whether nothing more is to be written
    record Written(long row, int length, boolean begins, boolean ends) {
        boolean changesTheList() {
            return begins || ends;
        }
    }

    /// The transaction is through.
    void committed(Written what) {
        row = what.row();
        written += what.length();
        pieces++;
        id.complete(row);
    }

    /// The database was begun anew: all has to be written once more.
    void startOver() {
        if (id.isDone()) {
            id = new CompletableFuture<>();
        }
        row = 0;
        written = 0;
        pieces = 0;
    }
}
