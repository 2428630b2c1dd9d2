package dev.quarry.bedrock;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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

    /// What comes out of the feed.
    sealed interface Item {}

    record Event(ConverseStreamOutput event) implements Item {}

    /// Nothing comes after it.
    ///
    /// @param error null when the stream was closed in good order, which does not mean that it was whole
    record End(@Nullable Throwable error) implements Item {}

    private final LinkedBlockingQueue<Item> items = new LinkedBlockingQueue<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable Subscription subscription;
    private int taken; // by the reader, since it last asked for more

    /// Waits for the next items and moves all there are to `batch`.
    ///
    /// @return false when none came in time
    boolean take(List<Item> batch, long time, TimeUnit unit) throws InterruptedException {
        var first = items.poll(time, unit);
        if (first == null) {
            return false;
        }
        batch.add(first);
        items.drainTo(batch);
        return true;
    }

    /// The reader has done with so many items, and makes room for as many.
    void done(int count) {
        taken += count;
        var source = subscription;
        if (taken >= WINDOW / 2 && source != null) {
            source.request(taken);
            taken = 0;
        }
    }

    /// Ends the feed; only the first end counts. The SDK reports one error by several ways.
    void end(@Nullable Throwable error) {
        if (ended.compareAndSet(false, true)) {
            items.add(new End(error));
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
        if (!ended.get()) {
            items.add(new Event(event));
        }
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
}
