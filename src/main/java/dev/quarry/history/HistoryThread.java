package dev.quarry.history;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that writes a history. May be used from any thread.
final class HistoryThread {
    private static final long PATIENCE_AT_CLOSE_SECONDS = 10;
    private static final Logger LOG = LoggerFactory.getLogger(HistoryThread.class);

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("history").factory());

    HistoryThread() {
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        // What comes after the close, such as the last words of a run that was not waited for, is too late.
        thread.setRejectedExecutionHandler((task, executor) -> LOG.debug("too late for the history"));
    }

    void submit(Runnable task) {
        thread.execute(() -> attempt(task));
    }

    void later(Runnable task, long millis) {
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

    /// Waits until all that came before is done, and the task too.
    void await(Runnable task) {
        var done = new CompletableFuture<Void>();
        submit(() -> {
            task.run();
            done.complete(null);
        });
        done.join();
    }

    /// Does what is due, this last, and ends. Blocks its caller, at most some seconds.
    void end(Runnable last) {
        submit(last);
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
