package dev.quarry.bedrock;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Bounds work that has no time limit of its own. What misses its deadline is interrupted and left to itself.
final class Deadline {

    /// The work was not done in time.
    static final class Missed extends Exception {
        private static final long serialVersionUID = 1L;

        Missed(Duration limit) {
            super("not done within " + limit);
        }
    }

    private Deadline() {}

    /// Runs the work on a thread of its own and waits for it. An interrupt of the caller counts as a missed
    /// deadline, and the caller stays interrupted.
    ///
    /// @throws RuntimeException what the work threw
    static <T> T within(Duration limit, String thread, Supplier<T> work) throws Missed {
        var done = new CompletableFuture<T>();
        var worker = Thread.ofVirtual().name(thread).start(() -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (TimeoutException e) {
            worker.interrupt();
            throw new Missed(limit);
        } catch (InterruptedException e) {
            worker.interrupt();
            Thread.currentThread().interrupt();
            throw new Missed(limit);
        }
    }
}
