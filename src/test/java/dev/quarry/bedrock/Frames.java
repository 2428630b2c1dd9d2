package dev.quarry.bedrock;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/// The messages of an event stream, as Bedrock Runtime sends them.
final class Frames {

    private Frames() {}

    /// Such as `contentBlockDelta`.
    static byte[] event(String type, String json) {
        return encode(headers("event", ":event-type", type), json);
    }

    /// A piece of text.
    static byte[] delta(String piece) {
        return event("contentBlockDelta", "{\"contentBlockIndex\":0,\"delta\":{\"text\":\"" + json(piece) + "\"}}");
    }

    /// Such as `throttlingException`.
    static byte[] exception(String type, String message) {
        return encode(headers("exception", ":exception-type", type), "{\"message\":\"" + json(message) + "\"}");
    }

    /// An error that the service's model does not know.
    static byte[] error(String code, String message) {
        var headers = headers("error", ":error-code", code);
        headers.put(":error-message", HeaderValue.fromString(message));
        return encode(headers, "");
    }

    /// The text as it stands between the quotes of JSON.
    static String json(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }

    private static Map<String, HeaderValue> headers(String messageType, String header, String value) {
        var headers = new LinkedHashMap<String, HeaderValue>();
        headers.put(header, HeaderValue.fromString(value));
        headers.put(":content-type", HeaderValue.fromString("application/json"));
        headers.put(":message-type", HeaderValue.fromString(messageType));
        return headers;
    }

    private static byte[] encode(Map<String, HeaderValue> headers, String json) {
        var bytes = new ByteArrayOutputStream();
        new Message(headers, json.getBytes(StandardCharsets.UTF_8)).encode(bytes);
        return bytes.toByteArray();
    }
}
