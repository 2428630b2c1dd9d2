package dev.quarry.bedrock;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;

/// The client of a connection, built on a thread of its own when it is first wanted: that takes up to seconds.
/// May be used from any thread.
final class LazyClient implements AutoCloseable {
    private final Supplier<BedrockRuntimeAsyncClient> build;
    private final Object lock = new Object();
    private @Nullable CompletableFuture<BedrockRuntimeAsyncClient> client; // guarded by lock
    private boolean closed; // guarded by lock

    LazyClient(Supplier<BedrockRuntimeAsyncClient> build) {
        this.build = build;
    }

    /// Starts building unless that has been done; a build that failed is tried again.
    ///
    /// @return fails with [ConnectionClosed] after [#close]
    CompletableFuture<BedrockRuntimeAsyncClient> start() {
        synchronized (lock) {
            if (closed) {
                return CompletableFuture.failedFuture(new ConnectionClosed());
            }
            var known = client;
            if (known != null && !known.isCompletedExceptionally()) {
                return known;
            }
            var building = new CompletableFuture<BedrockRuntimeAsyncClient>();
            client = building;
            Thread.ofPlatform().daemon().name("bedrock-client").start(() -> {
                try {
                    building.complete(build.get());
                } catch (RuntimeException | Error e) {
                    building.completeExceptionally(e);
                }
            });
            return building;
        }
    }

    /// Blocks until the client is built.
    BedrockRuntimeAsyncClient get() {
        try {
            return start().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    boolean isClosed() {
        synchronized (lock) {
            return closed;
        }
    }

    /// From now on nothing new begins. What is under way is left alone.
    void shut() {
        synchronized (lock) {
            closed = true;
        }
    }

    /// Closes the client, or the one that is still being built. Returns at once.
    @Override
    public void close() {
        CompletableFuture<BedrockRuntimeAsyncClient> built;
        synchronized (lock) {
            closed = true;
            built = client;
            client = null;
        }
        if (built != null) {
            var _ = built.thenAcceptAsync(
                    BedrockRuntimeAsyncClient::close,
                    command -> Thread.ofVirtual().name("bedrock-close").start(command));
        }
    }
}
