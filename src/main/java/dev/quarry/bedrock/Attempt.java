package dev.quarry.bedrock;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;

/// One request on its way. It is opened on a thread of its own, because building the client and looking for
/// credentials block, and an interrupt would not end them: so the reader can always leave at once.
final class Attempt implements AutoCloseable {
    private final EventFeed feed = new EventFeed();
    private final Object lock = new Object();
    private @Nullable CompletableFuture<Void> call; // guarded by lock
    private boolean closed; // guarded by lock

    static Attempt open(LazyClient client, ConverseStreamRequest request) {
        var attempt = new Attempt();
        Thread.ofVirtual().name("bedrock-open").start(() -> attempt.send(client, request));
        return attempt;
    }

    EventFeed feed() {
        return feed;
    }

    private void send(LazyClient client, ConverseStreamRequest request) {
        try {
            var built = client.get();
            synchronized (lock) {
                if (closed) {
                    return;
                }
            }
            var sent = built.converseStream(request, feed);
            synchronized (lock) {
                call = sent;
                if (closed) {
                    sent.cancel(true);
                }
            }
            var _ = sent.whenComplete((_, error) -> feed.end(error));
        } catch (RuntimeException | Error e) {
            feed.end(e);
        }
    }

    /// Ends the attempt with an error of ours, as if the service had broken off.
    void abort(Throwable reason) {
        feed.end(reason);
        close();
    }

    /// Closes the connection if the stream is still open, so that the service sees that nobody listens any
    /// more.
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            if (call != null && !feed.endedInGoodOrder()) {
                call.cancel(true);
            }
        }
    }
}
