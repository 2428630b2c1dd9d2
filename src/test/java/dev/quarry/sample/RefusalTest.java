package dev.quarry.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the endpoint does not answer, and how it says so.
@Timeout(20)
class RefusalTest {
    private static final String SYSTEM = "You are an expert.\n";
    private static final String ASKED = "Convert:\n```python\nprint('größer 🚀')\n```";

    private SampleEndpoint endpoint;
    private WireClient client;

    @BeforeEach
    void start() throws IOException {
        endpoint = SampleEndpoint.start(
                List.of(new Exchange(SYSTEM, ASKED, "answer"), new Exchange("", "plain", "answer")), Pace.AT_ONCE);
        client = new WireClient(endpoint.uri());
    }

    @AfterEach
    void stop() {
        client.close();
        endpoint.close();
    }

    @Test
    void unknownCodeIsToldThatNoModelIsConnected() throws Exception {
        var response = client.ask(SYSTEM, "Convert: something of my own");

        assertNoModel(response);
    }

    @Test
    void oneChangedByteIsUnknownCode() throws Exception {
        assertNoModel(client.ask(SYSTEM, ASKED.replace("print", "prinT")));
        assertNoModel(client.ask(SYSTEM, ASKED + "\n"));
        assertNoModel(client.ask(SYSTEM.strip(), ASKED));
        assertNoModel(client.ask("", ASKED));
        assertNoModel(client.ask(ASKED, SYSTEM));
    }

    @Test
    void conversationsAndImagesAreUnknown() throws Exception {
        var turns = """
                {"messages":[{"role":"user","content":[{"text":"plain"}]},
                 {"role":"assistant","content":[{"text":"x"}]},{"role":"user","content":[{"text":"plain"}]}]}""";
        var image = """
                {"messages":[{"role":"user","content":[{"text":"plain"},{"image":{"format":"png"}}]}]}""";
        var assistant = """
                {"messages":[{"role":"assistant","content":[{"text":"plain"}]}]}""";

        assertNoModel(client.post("/model/m/converse-stream", turns));
        assertNoModel(client.post("/model/m/converse-stream", image));
        assertNoModel(client.post("/model/m/converse-stream", assistant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "null",
                "{}",
                "{\"messages\":[]}",
                "{\"messages\":{}}",
                "{\"messages\":[7]}",
                "{\"messages\":[{\"role\":\"user\"}]}",
                "{\"messages\":[{\"role\":\"user\",\"content\":\"plain\"}]}",
                "{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"plain\"}]}]} trailing",
                "{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"plain\"}]",
            })
    void malformedRequestsAreRefusedAndTheNextOneIsServed(String body) throws Exception {
        var response = client.post("/model/m/converse-stream", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("x-amzn-ErrorType")).contains("ValidationException");
        assertThat(message(response)).isNotEqualTo(Refusal.NO_MODEL.message()).isNotBlank();
        assertThat(client.ask(SYSTEM, ASKED).statusCode()).isEqualTo(200);
    }

    @Test
    void tooLargeABodyIsRefused() throws Exception {
        var response = client.post("/model/m/converse-stream", " ".repeat(16 * 1024 * 1024 + 1));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(message(response)).contains("16 MiB");
    }

    @Test
    void otherOperationsAreNotServed() throws Exception {
        var response = client.post("/model/m/count-tokens", WireClient.body("", "plain"));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("x-amzn-ErrorType")).contains("ResourceNotFoundException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: quarry.example.com",
                "Host: 127.0.0.1.example.com",
                "Host: 192.168.0.7:80",
                "Host: localhost@example.com",
                "X-No-Host: 1",
                "Host: localhost\r\nHost: example.com",
                "Host: localhost\r\nOrigin: https://example.com",
            })
    void requestsThatAreNotFromALocalProgramAreRefused(String headers) throws Exception {
        assertThat(raw(request(headers))).startsWith("HTTP/1.1 403 ").contains("AccessDeniedException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.1:1234", "localhost:80", "LOCALHOST", "[::1]:8080"})
    void loopbackNamesAreServed(String host) throws Exception {
        assertThat(raw(request("Host: " + host))).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage\r\n\r\n", "POST nonsense:opaque HTTP/1.1\r\nHost: localhost\r\n\r\n", "\r\n\r\n"})
    void garbageOnTheSocketLeavesTheServerRunning(String bytes) throws Exception {
        try {
            raw(bytes);
        } catch (SocketException e) {
            assertThat(e).hasMessageContaining("reset");
        }

        assertThat(client.ask(SYSTEM, ASKED).statusCode()).isEqualTo(200);
    }

    @Test
    void listensOnOneAddressOnly() {
        var anotherOfThisMachine = InetAddress.ofLiteral("127.0.0.2");
        var port = endpoint.uri().getPort();

        assertThatExceptionOfType(SocketException.class)
                .isThrownBy(() -> new Socket(anotherOfThisMachine, port).close());
    }

    private static void assertNoModel(HttpResponse<InputStream> response) throws IOException {
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("x-amzn-ErrorType")).contains("ValidationException");
        assertThat(message(response))
                .startsWith("No model is connected")
                .contains("AWS_PROFILE", "AWS_REGION", "AWS_BEARER_TOKEN_BEDROCK", "--profile", "--region");
    }

    private static String message(HttpResponse<InputStream> response) throws IOException {
        return WireClient.JSON.readTree(response.body()).path("message").asText();
    }

    private static String request(String headers) {
        return new String(WireClient.request(headers, WireClient.body("", "plain")), StandardCharsets.UTF_8);
    }

    private String raw(String bytes) throws IOException {
        try (var socket = new Socket(endpoint.uri().getHost(), endpoint.uri().getPort())) {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
