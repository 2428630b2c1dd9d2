package dev.quarry.sample;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.eventstream.Message;
import software.amazon.eventstream.MessageDecoder;

/// Speaks the wire format over a real socket, with nothing of the AWS SDK.
final class WireClient implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI endpoint;

    WireClient(URI endpoint) {
        this.endpoint = endpoint;
    }

    static String body(String system, String user) {
        var body = JSON.createObjectNode();
        if (!system.isEmpty()) {
            body.putArray("system").addObject().put("text", system);
        }
        var message = body.putArray("messages").addObject().put("role", "user");
        message.putArray("content").addObject().put("text", user);
        return body.toString();
    }

    /// A request as bytes, for what an HTTP client would not send.
    ///
    /// @param headers separated by line ends, without `Content-Length`
    static byte[] request(String headers, String body) {
        return ("POST /model/m/converse-stream HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    HttpResponse<InputStream> ask(String system, String user) throws IOException, InterruptedException {
        return post("/model/sample-answers/converse-stream", body(system, user));
    }

    HttpResponse<InputStream> post(String path, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(endpoint.resolve(path))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
    }

    static List<Message> frames(HttpResponse<InputStream> response) throws IOException {
        var decoder = new MessageDecoder();
        decoder.feed(response.body().readAllBytes());
        return decoder.getDecodedMessages();
    }

    /// Reads the next frame and nothing beyond it.
    static Message nextFrame(InputStream stream) throws IOException {
        var length = stream.readNBytes(4);
        if (length.length < 4) {
            throw new EOFException("the stream ends between two frames");
        }
        var frame = ByteBuffer.allocate(ByteBuffer.wrap(length).getInt()).put(length);
        frame.put(stream.readNBytes(frame.remaining())).flip();
        return Message.decode(frame);
    }

    static String type(Message frame) {
        return frame.getHeaders().get(":event-type").getString();
    }

    static JsonNode payload(Message frame) {
        try {
            return JSON.readTree(new String(frame.getPayload(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(List<Message> frames) {
        return frames.stream().map(f -> payload(f).at("/delta/text").asText("")).collect(joining());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
