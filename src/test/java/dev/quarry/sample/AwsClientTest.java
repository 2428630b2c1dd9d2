package dev.quarry.sample;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockDeltaEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamMetadataEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.MessageStopEvent;
import software.amazon.awssdk.services.bedrockruntime.model.StopReason;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ValidationException;

/// The endpoint as the AWS SDK sees it, which knows nothing of samples.
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AwsClientTest {
    private static final String ANSWER = "```go\nfmt.Println(\"größer 🚀\")\n```\n".repeat(20);
    private static final String ENDLESS = "word ".repeat(200_000);

    /// More pieces than the short answer has.
    private static final int SHORT = 1000;

    private final CompletableFuture<Thread> endlessWorker = new CompletableFuture<>();
    private final AtomicInteger endlessPiece = new AtomicInteger();
    private SampleEndpoint endpoint;
    private BedrockRuntimeAsyncClient aws;

    @BeforeAll
    void start() throws IOException {
        var script = List.of(new Exchange("system", "user", ANSWER), new Exchange("", "endless", ENDLESS));
        endpoint = SampleEndpoint.start(script, piece -> {
            if (piece > SHORT) {
                endlessWorker.complete(Thread.currentThread());
                endlessPiece.set(piece);
                Thread.sleep(1);
            }
        });
        aws = BedrockRuntimeAsyncClient.builder()
                .endpointOverride(endpoint.uri())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .httpClientBuilder(NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP1_1))
                .build();
    }

    @AfterAll
    void stop() {
        aws.close();
        endpoint.close();
    }

    @Test
    void readsAnAnswerWholeToItsEnd() throws Exception {
        var events = new CopyOnWriteArrayList<ConverseStreamOutput>();
        ask("system", "user", events::add).get();

        assertThat(events.stream()
                        .filter(ContentBlockDeltaEvent.class::isInstance)
                        .map(e -> ((ContentBlockDeltaEvent) e).delta().text())
                        .collect(joining()))
                .isEqualTo(ANSWER);
        assertThat(((MessageStopEvent) events.get(events.size() - 2)).stopReason())
                .isEqualTo(StopReason.END_TURN);
        var metadata = (ConverseStreamMetadataEvent) events.getLast();
        assertThat(metadata.usage().inputTokens()).isEqualTo(3);
        assertThat(metadata.usage().outputTokens()).isEqualTo((ANSWER.length() + 3) / 4);
        assertThat(metadata.metrics().latencyMs()).isNotNegative();
    }

    @Test
    void takesARefusalForAValidationExceptionAndAsksOnce() {
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> ask("system", "other", _ -> {}).get())
                .havingCause()
                .isInstanceOfSatisfying(ValidationException.class, e -> {
                    assertThat(e.statusCode()).isEqualTo(400);
                    assertThat(e.numAttempts()).isEqualTo(1);
                    assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(Refusal.NO_MODEL.message());
                });
    }

    @Test
    void cancellingStopsTheServersWriting() throws Exception {
        var arrived = new CountDownLatch(SHORT);
        var answer = ask("", "endless", _ -> arrived.countDown());
        arrived.await();

        answer.cancel(true);

        assertThat(endlessWorker.get().join(Duration.ofSeconds(10))).isTrue();
        assertThat(endlessPiece).hasValueLessThan(Pieces.of(ENDLESS).size() - 1);
    }

    private CompletableFuture<Void> ask(String system, String user, Consumer<ConverseStreamOutput> sink) {
        var message = Message.builder()
                .role(ConversationRole.USER)
                .content(ContentBlock.fromText(user))
                .build();
        var request = ConverseStreamRequest.builder().modelId("sample-answers").messages(message);
        if (!system.isEmpty()) {
            request.system(SystemContentBlock.fromText(system));
        }
        var handler = ConverseStreamResponseHandler.builder().subscriber(sink).build();
        return aws.converseStream(request.build(), handler);
    }
}
