package dev.quarry.ui.fx;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Work of one kind that is always behind: done in the background, one piece at a time, on the newest input. However
/// often it is asked for, it takes at most half of one core, and the FX thread sees one result per piece of work.
///
/// @param <I> what the work needs, taken on the FX thread
/// @param <O> what comes out, shown on the FX thread
public final class LatestWork<I, O> implements AutoCloseable {
    private final Supplier<I> input;
    private final Function<I, O> work;
    private final Consumer<O> show;
    private final long restMillis;
    private final ExecutorService worker;

    // FX thread only.
    private boolean busy;
    private boolean wanted;
    private boolean closed;

    /// @param name of the worker thread
    /// @param restMillis the least pause between two pieces of work
    public LatestWork(String name, long restMillis, Supplier<I> input, Function<I, O> work, Consumer<O> show) {
        this.restMillis = restMillis;
        this.input = input;
        this.work = work;
        this.show = show;
        worker = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /// Asks for the work to be done on what is there now or later. FX thread only.
    public void request() {
        if (closed) {
            return;
        }
        wanted = true;
        if (!busy) {
            start(0);
        }
    }

    private void start(long delayMillis) {
        busy = true;
        if (delayMillis == 0) {
            FxThread.LATER.execute(this::take);
        } else {
            CompletableFuture.delayedExecutor(delayMillis, TimeUnit.MILLISECONDS, FxThread.LATER)
                    .execute(this::take);
        }
    }

    private void take() {
        if (closed) {
            return;
        }
        wanted = false;
        var taken = input.get();
        worker.execute(() -> perform(taken));
    }

    private void perform(I taken) {
        var began = System.nanoTime();
        try {
            var result = work.apply(taken);
            FxThread.LATER.execute(() -> shown(result, began));
        } catch (RuntimeException | Error bug) {
            FxThread.LATER.execute(() -> busy = false);
            throw bug; // to the handler of uncaught errors
        }
    }

    private void shown(O result, long began) {
        busy = false;
        if (closed) {
            return;
        }
        show.accept(result);
        if (wanted) {
            start(Math.max(restMillis, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)));
        }
    }

    /// Ends the worker, and closes what it worked with on its own thread, after what it is at. FX thread only.
    public void close(AutoCloseable resource) {
        closed = true;
        worker.execute(() -> {
            try {
                resource.close();
            } catch (Exception e) {
                throw new IllegalStateException("not closed: " + resource, e);
            }
        });
        worker.shutdown();
    }

    /// Ends the worker; nothing is shown any more. FX thread only.
    @Override
    public void close() {
        closed = true;
        worker.shutdownNow();
    }
}
