package dev.quarry.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;

@Timeout(20)
class EventFeedTest {
    private static final Duration LONG = Duration.ofSeconds(10);

    private final EventFeed feed = new EventFeed();
    private final AtomicLong asked = new AtomicLong();

    @Test
    void noMoreIsAskedForThanAWindowAheadOfTheReader() throws Exception {
        feed.onSubscribe(delivering());
        var read = 0;
        while (read < 20 * EventFeed.WINDOW) {
            var batch = feed.take(LONG).size();
            assertThat(batch).isPositive();
            assertThat(asked.get() - read).isLessThanOrEqualTo(EventFeed.WINDOW);
            read += batch;
        }
    }

    @Test
    void readerThatDoesNotComeBackAsksForNothing() throws Exception {
        feed.onSubscribe(delivering());

        assertThat(feed.take(LONG)).hasSize(EventFeed.WINDOW);
        assertThat(asked).hasValue(EventFeed.WINDOW);
    }

    @Test
    void readerThatWaitsIsWoken() throws Exception {
        var reader = Thread.currentThread();
        Thread.ofVirtual().start(() -> {
            while (reader.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            feed.onNext(event(1));
        });

        assertThat(feed.take(LONG)).containsExactly(new EventFeed.Event(event(1)));
    }

    @Test
    void itemsOfManyThreadsComeOnceEach() throws Exception {
        var go = new CountDownLatch(1);
        for (var thread = 0; thread < 4; thread++) {
            var first = thread * 1000;
            Thread.ofVirtual().start(() -> {
                try {
                    go.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                for (var i = 0; i < 1000; i++) {
                    feed.onNext(event(first + i));
                }
            });
        }
        go.countDown();
        var all = new ArrayList<EventFeed.Item>();
        while (all.size() < 4000) {
            all.addAll(feed.take(LONG));
        }

        assertThat(all).doesNotHaveDuplicates().hasSize(4000);
    }

    @Test
    void onlyTheFirstEndCountsAndNothingComesAfterIt() throws Exception {
        var error = new IOException("lost");
        feed.onNext(event(1));
        feed.exceptionOccurred(error);
        feed.onError(new IOException("again"));
        feed.complete();
        feed.onNext(event(2));

        assertThat(feed.take(LONG)).containsExactly(new EventFeed.Event(event(1)), new EventFeed.End(error));
        assertThat(feed.take(Duration.ofMillis(1))).isEmpty();
    }

    @Test
    void readerCanBeInterrupted() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> feed.take(LONG));
    }

    /// A source that has as much as it is asked for.
    private Subscription delivering() {
        return new Subscription() {
            @Override
            public void request(long count) {
                for (var i = 0; i < count; i++) {
                    feed.onNext(event((int) asked.getAndIncrement()));
                }
            }

            @Override
            public void cancel() {
                throw new IllegalStateException("a feed does not cancel");
            }
        };
    }

    private static ConverseStreamOutput event(int index) {
        return ConverseStreamOutput.contentBlockDeltaBuilder()
                .contentBlockIndex(index)
                .build();
    }
}
