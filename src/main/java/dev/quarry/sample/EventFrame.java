package dev.quarry.sample;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/// The events of a ConverseStream response, each as one frame of `application/vnd.amazon.eventstream`.
/// [Wire format](https://smithy.io/2.0/aws/amazon-eventstream.html).
final class EventFrame {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private EventFrame() {}

    static Message messageStart() {
        return event("messageStart", JSON.objectNode().put("role", "assistant"));
    }

    static Message text(String piece) {
        var payload = JSON.objectNode().put("contentBlockIndex", 0);
        payload.putObject("delta").put("text", piece);
        return event("contentBlockDelta", payload);
    }

    static Message contentBlockStop() {
        return event("contentBlockStop", JSON.objectNode().put("contentBlockIndex", 0));
    }

    static Message messageStop() {
        return event("messageStop", JSON.objectNode().put("stopReason", "end_turn"));
    }

    static Message metadata(long inputTokens, long outputTokens, Duration latency) {
        var payload = JSON.objectNode();
        payload.putObject("usage")
                .put("inputTokens", inputTokens)
                .put("outputTokens", outputTokens)
                .put("totalTokens", inputTokens + outputTokens);
        payload.putObject("metrics").put("latencyMs", latency.toMillis());
        return event("metadata", payload);
    }

    private static Message event(String type, ObjectNode payload) {
        return new Message(
                Map.of(
                        ":message-type", HeaderValue.fromString("event"),
                        ":event-type", HeaderValue.fromString(type),
                        ":content-type", HeaderValue.fromString("application/json")),
                payload.toString().getBytes(StandardCharsets.UTF_8));
    }
}
