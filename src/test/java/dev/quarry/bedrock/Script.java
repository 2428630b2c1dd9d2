package dev.quarry.bedrock;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/// What the [FaultEndpoint] does with one request, step by step. A script that ends without one of the ends
/// closes the connection (FIN).
public final class Script {

    private interface Step {
        void play(Exchange exchange) throws IOException, InterruptedException;
    }

    private final List<Step> steps = new ArrayList<>();

    private Script() {}

    /// Answers 200 and streams what follows.
    public static Script stream() {
        return new Script()
                .step(exchange -> exchange.head(
                        "200 OK",
                        "Content-Type: application/vnd.amazon.eventstream",
                        "x-amzn-RequestId: req-1",
                        "Transfer-Encoding: chunked"))
                .event("messageStart", "{\"role\":\"assistant\"}");
    }

    /// Answers with an error and keeps the connection, as the service does.
    ///
    /// @param type such as `ThrottlingException`
    /// @param headers such as `Retry-After: 1`
    public static Script refusal(int status, String type, String message, String... headers) {
        return new Script().step(exchange -> {
            var body = ("{\"message\":\"" + Frames.json(message) + "\"}").getBytes(StandardCharsets.UTF_8);
            var head = new ArrayList<>(List.of(
                    "Content-Type: application/json",
                    "x-amzn-RequestId: req-1",
                    "x-amzn-ErrorType: " + type,
                    "Content-Length: " + body.length));
            head.addAll(Arrays.asList(headers));
            exchange.head(status + " Refused", head.toArray(String[]::new));
            exchange.write(body);
            exchange.keepAlive();
        });
    }

    /// Answers 200 with JSON, and keeps the connection.
    static Script json(String json) {
        return page("200 OK", "application/json", json);
    }

    /// Answers with a page of whatever kind, as a proxy does, and keeps the connection.
    public static Script page(String status, String type, String text, String... headers) {
        return new Script().step(exchange -> {
            var body = text.getBytes(StandardCharsets.UTF_8);
            var head = new ArrayList<>(List.of("Content-Type: " + type, "Content-Length: " + body.length));
            head.addAll(Arrays.asList(headers));
            exchange.head(status, head.toArray(String[]::new));
            exchange.write(body);
            exchange.keepAlive();
        });
    }

    /// Reads the request and says nothing at all.
    public static Script nothing() {
        return new Script();
    }

    public Script text(String... pieces) {
        for (var piece : pieces) {
            frame(Frames.delta(piece));
        }
        return this;
    }

    /// A piece that depends on what was asked.
    ///
    /// @param piece of the body of the request
    public Script text(UnaryOperator<String> piece) {
        return step(exchange -> exchange.chunk(Frames.delta(piece.apply(exchange.asked()))));
    }

    /// Many pieces, in as few packets as possible.
    public Script texts(int count, IntFunction<String> piece) {
        gather();
        for (var i = 0; i < count; i++) {
            text(piece.apply(i));
        }
        return flush();
    }

    public Script reasoning(String piece) {
        return event(
                "contentBlockDelta",
                "{\"contentBlockIndex\":0,\"delta\":{\"reasoningContent\":{\"text\":\"" + Frames.json(piece) + "\"}}}");
    }

    public Script stop(String reason) {
        return event("contentBlockStop", "{\"contentBlockIndex\":0}")
                .event("messageStop", "{\"stopReason\":\"" + reason + "\"}");
    }

    public Script metadata(int input, int output) {
        return event(
                "metadata",
                "{\"usage\":{\"inputTokens\":" + input + ",\"outputTokens\":" + output + ",\"totalTokens\":"
                        + (input + output) + "},\"metrics\":{\"latencyMs\":321}}");
    }

    /// Ends as an answer that is whole: `end_turn`, 11 tokens in, 22 out, and the connection is kept.
    public Script whole() {
        return stop("end_turn").metadata(11, 22).end();
    }

    public Script event(String type, String json) {
        return frame(Frames.event(type, json));
    }

    /// An error that the service's model knows, as an event of the stream.
    ///
    /// @param type such as `throttlingException`
    public Script exception(String type, String message) {
        return frame(Frames.exception(type, message));
    }

    /// An error that the service's model does not know.
    public Script error(String code, String message) {
        return frame(Frames.error(code, message));
    }

    /// A delta with one bit of its payload flipped.
    public Script corrupt() {
        var bytes = Frames.delta("never seen");
        bytes[bytes.length - 8] ^= 1;
        return step(exchange -> exchange.chunk(bytes));
    }

    /// What comes now is held back until [#flush].
    public Script gather() {
        return step(Exchange::gather);
    }

    public Script flush() {
        return step(Exchange::flush);
    }

    /// Goes on when the test lets it.
    public Script until(CountDownLatch latch) {
        return step(exchange -> {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the test never let the script go on");
            }
        });
    }

    /// Tells the test that the script has come here.
    public Script signal(CountDownLatch latch) {
        return step(_ -> latch.countDown());
    }

    public Script pause(Duration time) {
        return step(exchange -> Thread.sleep(time));
    }

    /// A piece of text again and again until the client has left.
    public Script textUntilClientLeaves(String piece, Duration interval) {
        var frame = Frames.delta(piece);
        return step(exchange -> {
            while (true) {
                exchange.chunk(frame);
                Thread.sleep(interval);
            }
        });
    }

    /// Ends the body in good order and keeps the connection.
    public Script end() {
        return step(exchange -> {
            exchange.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            exchange.keepAlive();
        });
    }

    /// Half of a delta, in a whole chunk.
    public Script halfFrame() {
        var bytes = Frames.delta("never seen");
        return step(exchange -> exchange.chunk(Arrays.copyOf(bytes, bytes.length / 2)));
    }

    /// A chunk that is announced longer than what comes of it.
    public Script halfChunk() {
        var bytes = Frames.delta("never seen");
        return step(exchange -> {
            exchange.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            exchange.write(Arrays.copyOf(bytes, bytes.length / 2));
        });
    }

    public Script reset() {
        return step(Exchange::reset);
    }

    /// Says nothing more and waits for the client to close.
    public Script hold() {
        return step(Exchange::awaitClientLeft);
    }

    void play(Exchange exchange) throws IOException, InterruptedException {
        for (var step : steps) {
            step.play(exchange);
        }
    }

    private Script frame(byte[] bytes) {
        return step(exchange -> exchange.chunk(bytes));
    }

    private Script step(Step step) {
        steps.add(step);
        return this;
    }
}
