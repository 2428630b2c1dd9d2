package dev.quarry.bedrock;

import dev.quarry.bench.Benches;
import dev.quarry.bench.Comparison;
import dev.quarry.run.CodeAssistant;
import dev.quarry.run.InferenceSettings;
import dev.quarry.run.Message;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.RunEvent;
import dev.quarry.run.RunRequest;
import java.io.BufferedReader;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;

/// How fast pieces come through the service and the connection, against a bare subscriber of the same AWS
/// client, which counts them on the client's own thread. The server is a process of its own.
final class StreamBench {
    private static final int PIECES = 20_000;
    private static final RunRequest REQUEST =
            new RunRequest("bench-model", "", List.of(Message.user("Hi")), InferenceSettings.MODEL_DEFAULTS);

    private StreamBench() {}

    public static void main(String[] arguments) throws Exception {
        var server = Benches.java(EventServer.class.getName(), Integer.toString(PIECES))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = new BufferedReader(server.inputReader())) {
            var endpoint = URI.create("http://127.0.0.1:" + output.readLine());
            try (var client = RuntimeClients.build(Account.loopback(endpoint), Patience.USUAL);
                    var connection = BedrockConnection.loopback(endpoint, "bench");
                    var assistant = new CodeAssistant()) {
                new Comparison("stream events/s against a bare AWS SDK subscriber", 10, 31)
                        .run(() -> ours(assistant, connection), () -> bare(client));
            }
        } finally {
            server.destroy();
        }
    }

    private static double ours(CodeAssistant assistant, ModelConnection connection) throws InterruptedException {
        var count = new LongAdder();
        var start = System.nanoTime();
        assistant
                .run(connection, REQUEST, event -> {
                    if (event instanceof RunEvent.Text) {
                        count.increment();
                    }
                })
                .await();
        return perSecond(count, start);
    }

    private static double bare(BedrockRuntimeAsyncClient client) {
        var count = new LongAdder();
        var visitor = ConverseStreamResponseHandler.Visitor.builder()
                .onContentBlockDelta(_ -> count.increment())
                .build();
        var handler =
                ConverseStreamResponseHandler.builder().subscriber(visitor).build();
        var start = System.nanoTime();
        client.converseStream(ConverseRequests.of(REQUEST), handler).join();
        return perSecond(count, start);
    }

    private static double perSecond(LongAdder count, long start) {
        if (count.sum() != PIECES) {
            throw new IllegalStateException("only " + count + " of " + PIECES + " pieces came");
        }
        return PIECES / ((System.nanoTime() - start) / 1e9);
    }
}
