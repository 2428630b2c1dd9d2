package dev.quarry.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;

@Timeout(20)
class LazyClientTest {
    private final AtomicInteger builds = new AtomicInteger();

    @Test
    void nothingIsBuiltUntilItIsWanted() {
        new LazyClient(this::build).close();

        assertThat(builds).hasValue(0);
    }

    @Test
    void clientIsBuiltOnceAndOnAnotherThread() throws Exception {
        var mayBuild = new CountDownLatch(1);
        try (var client = new LazyClient(() -> {
            await(mayBuild);
            return build();
        })) {
            var first = client.start();
            var second = client.start();
            assertThat(first).isNotDone();
            mayBuild.countDown();

            assertThat(client.get()).isSameAs(first.get(10, TimeUnit.SECONDS));
            assertThat(second).isSameAs(first);
            assertThat(builds).hasValue(1);
        }
    }

    @Test
    void buildThatFailedIsTriedAgain() {
        try (var client = new LazyClient(() -> {
            if (builds.get() == 0) {
                builds.incrementAndGet();
                throw new IllegalStateException("no");
            }
            return build();
        })) {
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(client::get);
            assertThat(client.get()).isNotNull();
        }
    }

    @Test
    void closedClientIsNotBuilt() {
        var client = new LazyClient(this::build);
        client.close();
        client.close();

        assertThatExceptionOfType(ConnectionClosed.class).isThrownBy(client::get);
        assertThat(builds).hasValue(0);
    }

    @Test
    void warmBuildsWhatTheFirstRequestNeeds() throws Exception {
        try (var endpoint = FaultEndpoint.answering(Script.stream().text("a").whole());
                var connection = endpoint.connection()) {
            connection.warm();
            connection.warm();

            assertThat(Asked.of(connection).text()).isEqualTo("a");
        }
    }

    private BedrockRuntimeAsyncClient build() {
        builds.incrementAndGet();
        try {
            return RuntimeClients.build(Account.loopback(URI.create("http://127.0.0.1:1")), Patience.USUAL);
        } catch (dev.quarry.run.RunException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
