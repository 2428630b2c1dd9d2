package dev.quarry.bedrock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.core.async.SdkPublisher;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;

/// Brings the events of one stream from the threads of the SDK to the one thread that reads them. The SDK's
/// callbacks do nothing but enqueue: the SDK swallows what a callback throws, and its event loop must not be
/// held up.
///
/// Never holds more than [#WINDOW] events: no more are asked of the SDK, which then stops reading from the
/// socket.
final class EventFeed implements ConverseStreamResponseHandler, Subscriber<ConverseStreamOutput> {
    static final int WINDOW = 512;

    /// Waking the reader costs the event loop as much as reading an event. So while events come faster than one
    /// by one the reader looks after them of its own accord, this often at most, and is not woken.
    private static final long NAP_NANOS = 200_000;

    /// What comes out of the feed.
    sealed interface Item {}

    record Event(ConverseStreamOutput event) implements Item {}

    /// Nothing comes after it.
    ///
    /// @param error null when the stream was closed in good order, which does not mean that it was whole
    record End(@Nullable Throwable error) implements Item {}

    private final Object lock = new Object();
    private List<Item> arrived = new ArrayList<>(); // guarded by lock
    private @Nullable Thread waiting; // guarded by lock
    private @Nullable End end; // guarded by lock
    private volatile @Nullable Subscription subscription;

    // The reader's own.
    private List<Item> batch = new ArrayList<>();
    private int read; // since it last asked for more

    /// Waits for items and returns all there are. The one reader calls this only: it has then done with the
    /// items that it got before.
    ///
    /// @param patience at most what fits into nanoseconds, about 292 years
    /// @return empty when none came in time; valid until the next call
    List<Item> take(Duration patience) throws InterruptedException {
        makeRoom();
        if (batch.size() > 1) {
            LockSupport.parkNanos(this, NAP_NANOS);
        }
        batch.clear();
        var start = System.nanoTime();
        var left = patience.toNanos();
        while (!swap()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (left <= 0) {
                return batch;
            }
            LockSupport.parkNanos(this, left);
            left = patience.toNanos() - (System.nanoTime() - start);
        }
        return batch;
    }

    /// Ends the feed; only the first end counts. The SDK reports one error by several ways.
    void end(@Nullable Throwable error) {
        put(new End(error));
    }

    /// Whether the SDK has done with the stream, and without an error.
    boolean endedInGoodOrder() {
        synchronized (lock) {
            return end != null && end.error() == null;
        }
    }

    @Override
    public void responseReceived(ConverseStreamResponse response) {
        // The headers carry nothing that a run tells.
    }

    @Override
    public void onEventStream(SdkPublisher<ConverseStreamOutput> publisher) {
        publisher.subscribe(this);
    }

    @Override
    public void onSubscribe(Subscription source) {
        subscription = source;
        source.request(WINDOW);
    }

    @Override
    public void onNext(ConverseStreamOutput event) {
        put(new Event(event));
    }

    @Override
    public void onError(Throwable error) {
        end(error);
    }

    @Override
    public void exceptionOccurred(Throwable error) {
        end(error);
    }

    @Override
    public void onComplete() {
        end(null);
    }

    @Override
    public void complete() {
        end(null);
    }

    private void put(Item item) {
        Thread reader;
        synchronized (lock) {
            if (end != null) {
                return;
            }
            if (item instanceof End last) {
                end = last;
            }
            arrived.add(item);
            reader = waiting;
            waiting = null;
        }
        if (reader != null) {
            LockSupport.unpark(reader);
        }
    }

    /// Takes what has arrived for the next batch; when that is nothing, has the reader woken by what comes.
    private boolean swap() {
        synchronized (lock) {
            if (arrived.isEmpty()) {
                waiting = Thread.currentThread();
                return false;
            }
            var full = arrived;
            arrived = batch;
            batch = full;
            waiting = null;
            return true;
        }
    }

    /// Asks the SDK for as many events as have been read, half a window at a time.
    private void makeRoom() {
        read += batch.size();
        var source = subscription;
        if (read >= WINDOW / 2 && source != null) {
            source.request(read);
            read = 0;
        }
    }
}
