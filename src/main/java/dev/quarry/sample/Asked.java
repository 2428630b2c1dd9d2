package dev.quarry.sample;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;

/// What a request asks, as far as the script is concerned: its system text and the text of its only turn.
record Asked(String system, String user) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /// Reads the JSON body of a Converse request. Empty when the body is right but no script can hold such a
    /// request: a conversation of several turns, an image.
    ///
    /// @throws MalformedRequestException when the body is no Converse request
    static Optional<Asked> read(byte[] body) throws MalformedRequestException {
        JsonNode request;
        try {
            request = JSON.readTree(body);
        } catch (IOException e) {
            throw new MalformedRequestException("The body is not JSON.", e);
        }
        var messages = request.path("messages");
        if (!messages.isArray() || messages.isEmpty()) {
            throw new MalformedRequestException("The body has no messages.", null);
        }
        var turn = messages.get(0);
        if (!turn.path("role").isTextual() || !turn.path("content").isArray()) {
            throw new MalformedRequestException("A message has no role or no content.", null);
        }
        if (messages.size() > 1 || !turn.path("role").asText().equals("user")) {
            return Optional.empty();
        }
        return text(request.path("system"))
                .flatMap(system -> text(turn.path("content")).map(user -> new Asked(system, user)));
    }

    /// The text of the blocks. Cache points mark text without being any; other blocks give empty.
    private static Optional<String> text(JsonNode blocks) {
        var text = new StringBuilder();
        for (var block : blocks) {
            if (block.path("text").isTextual()) {
                text.append(block.path("text").asText());
            } else if (!block.has("cachePoint")) {
                return Optional.empty();
            }
        }
        return Optional.of(text.toString());
    }
}
