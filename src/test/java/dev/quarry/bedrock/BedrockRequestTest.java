package dev.quarry.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quarry.run.InferenceSettings;
import dev.quarry.run.Message;
import dev.quarry.run.RunRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What goes out on the wire.
class BedrockRequestTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void nothingIsSentThatWasNotAsked() throws Exception {
        var sent = send(new RunRequest(
                "anthropic.claude-sonnet-5", "", List.of(Message.user("Hi")), InferenceSettings.MODEL_DEFAULTS));

        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.path()).isEqualTo("/model/anthropic.claude-sonnet-5/converse-stream");
        assertThat(JSON.readTree(sent.body()))
                .isEqualTo(JSON.readTree("{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"Hi\"}]}]}"));
    }

    @Test
    void everythingThatWasAskedIsSent() throws Exception {
        var sent = send(new RunRequest(
                "arn:aws:bedrock:eu-central-1:123456789012:application-inference-profile/x1",
                "You are terse.",
                List.of(Message.user("Hi"), Message.assistant("Hello"), Message.user("naïve 😀")),
                new InferenceSettings(0.1, 0.9, 100, List.of("END"))));

        assertThat(sent.path()).startsWith("/model/arn%3Aaws%3Abedrock").endsWith("/converse-stream");
        assertThat(JSON.readTree(sent.body())).isEqualTo(JSON.readTree("""
                {
                  "system": [{"text": "You are terse."}],
                  "messages": [
                    {"role": "user", "content": [{"text": "Hi"}]},
                    {"role": "assistant", "content": [{"text": "Hello"}]},
                    {"role": "user", "content": [{"text": "naïve 😀"}]}
                  ],
                  "inferenceConfig": {"temperature": 0.1, "topP": 0.9, "maxTokens": 100, "stopSequences": ["END"]}
                }
                """));
    }

    @Test
    void oneSettingIsSentAlone() throws Exception {
        var sent = send(
                new RunRequest("m", "", List.of(Message.user("Hi")), new InferenceSettings(null, null, 5, List.of())));

        assertThat(JSON.readTree(sent.body()).get("inferenceConfig")).isEqualTo(JSON.readTree("{\"maxTokens\":5}"));
    }

    @Test
    void connectionsAreKeptForTheNextRequest() throws Exception {
        try (var endpoint = FaultEndpoint.answering(Script.stream().text("a").whole());
                var connection = endpoint.connection()) {
            for (var i = 0; i < 10; i++) {
                Asked.of(connection);
            }

            assertThat(endpoint.requests()).hasSize(10);
            // The SDK takes a connection back a moment after it has told the end, maybe too late for the next request.
            assertThat(endpoint.connections()).isLessThan(5);
        }
    }

    private static FaultEndpoint.Request send(RunRequest request) throws InterruptedException {
        try (var endpoint = FaultEndpoint.answering(Script.stream().text("a").whole());
                var connection = endpoint.connection()) {
            Asked.of(connection, request);
            return endpoint.requests().getFirst();
        }
    }
}
