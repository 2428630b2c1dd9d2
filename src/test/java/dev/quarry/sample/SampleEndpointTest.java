package dev.quarry.sample;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SampleEndpointTest {
    private static final String SYSTEM = "You are an expert.\n";
    private static final String ASKED = "Convert:\n```python\nprint('größer 🚀')\n```";
    private static final String ANSWER = "```go\nfmt.Println(\"größer 🚀🚀🚀\")\n```\n\nDone: \u0000 \\ \" 日本.";
    private static final List<Exchange> SCRIPT =
            List.of(new Exchange(SYSTEM, ASKED, ANSWER), new Exchange("", "plain", "x".repeat(2000)));

    private SampleEndpoint endpoint;
    private WireClient client;

    @BeforeEach
    void start() throws IOException {
        endpoint = SampleEndpoint.start(SCRIPT, Pace.AT_ONCE);
        client = new WireClient(endpoint.uri());
    }

    @AfterEach
    void stop() {
        client.close();
        endpoint.close();
    }

    @Test
    void anAnswerComesWholeAndByteForByte() throws Exception {
        var response = client.ask(SYSTEM, ASKED);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/vnd.amazon.eventstream");
        assertThat(WireClient.text(WireClient.frames(response))).isEqualTo(ANSWER);
    }

    @Test
    void eventsComeInTheOrderOfConverseStream() throws Exception {
        var frames = WireClient.frames(client.ask(SYSTEM, ASKED));

        var types = frames.stream().map(WireClient::type).toList();
        assertThat(types).startsWith("messageStart", "contentBlockDelta");
        assertThat(types).endsWith("contentBlockDelta", "contentBlockStop", "messageStop", "metadata");
        assertThat(types.subList(1, types.size() - 3)).containsOnly("contentBlockDelta");
        assertThat(WireClient.payload(frames.get(frames.size() - 2)).toString())
                .isEqualTo("{\"stopReason\":\"end_turn\"}");
    }

    @Test
    void usageIsFourCharactersToAToken() throws Exception {
        var metadata =
                WireClient.payload(WireClient.frames(client.ask("", "plain")).getLast());

        assertThat(metadata.path("usage").toString())
                .isEqualTo("{\"inputTokens\":2,\"outputTokens\":500,\"totalTokens\":502}");
        assertThat(metadata.at("/metrics/latencyMs").isIntegralNumber()).isTrue();
    }

    @Test
    void modelIdsWithEncodedCharactersAreAccepted() throws Exception {
        var path = "/model/arn%3Aaws%3Abedrock%3Aeu%3A1%3Ainference-profile%2Feu.x/converse-stream";

        var response = client.post(path, WireClient.body("", "plain"));

        assertThat(WireClient.text(WireClient.frames(response))).hasSize(2000);
    }

    @Test
    void cachePointsAreNoPartOfTheText() throws Exception {
        var body = """
                {"system":[{"cachePoint":{"type":"default"}}],
                 "messages":[{"role":"user","content":[{"text":"plain"},{"cachePoint":{"type":"default"}}]}],
                 "inferenceConfig":{"temperature":0.1,"maxTokens":4096}}""";

        var response = client.post("/model/m/converse-stream", body);

        assertThat(WireClient.text(WireClient.frames(response))).hasSize(2000);
    }

    @Test
    void piecesArriveBeforeTheLastOneIsWritten() throws Exception {
        var released = new Semaphore(3);
        try (var slow = SampleEndpoint.start(SCRIPT, _ -> released.acquire());
                var slowClient = new WireClient(slow.uri())) {
            var stream = slowClient.ask("", "plain").body();

            var first =
                    List.of(WireClient.nextFrame(stream), WireClient.nextFrame(stream), WireClient.nextFrame(stream));
            assertThat(first.stream().map(WireClient::type))
                    .containsExactly("messageStart", "contentBlockDelta", "contentBlockDelta");

            released.release(2000);
            var last = WireClient.nextFrame(stream);
            while (!WireClient.type(last).equals("metadata")) {
                last = WireClient.nextFrame(stream);
            }
            assertThat(stream.read()).isEqualTo(-1);
        }
    }

    @Test
    void writingStopsWhenTheClientGoesAway() throws Exception {
        var worker = new CompletableFuture<Thread>();
        var written = new AtomicInteger();
        Pace observed = piece -> {
            worker.complete(Thread.currentThread());
            written.set(piece);
            Thread.sleep(1);
        };
        var answer = "word ".repeat(200_000);
        try (var slow = SampleEndpoint.start(List.of(new Exchange("", "long", answer)), observed)) {
            try (var socket = new Socket(slow.uri().getHost(), slow.uri().getPort())) {
                socket.getOutputStream().write(WireClient.request("Host: localhost", WireClient.body("", "long")));
                assertThat(worker.get().isAlive()).isTrue();
            }

            assertThat(worker.get().join(Duration.ofSeconds(10))).isTrue();
            assertThat(written).hasValueLessThan(Pieces.of(answer).size() - 1);
        }
    }

    @Test
    void clientsAreServedSideBySide() throws Exception {
        var both = new CountDownLatch(2);
        Pace together = piece -> {
            if (piece == 1) {
                both.countDown();
                both.await();
            }
        };
        try (var meeting = SampleEndpoint.start(SCRIPT, together);
                var one = new WireClient(meeting.uri());
                var other = new WireClient(meeting.uri())) {
            var first = one.ask(SYSTEM, ASKED);
            var second = other.ask("", "plain");

            assertThat(WireClient.text(WireClient.frames(second))).isEqualTo("x".repeat(2000));
            assertThat(WireClient.text(WireClient.frames(first))).isEqualTo(ANSWER);
        }
    }

    @Test
    void noPieceHoldsHalfACharacter() throws Exception {
        var rockets = "🚀".repeat(500);
        try (var flying = SampleEndpoint.start(List.of(new Exchange("", "fly", rockets)), Pace.AT_ONCE);
                var flyer = new WireClient(flying.uri())) {
            var pieces = WireClient.frames(flyer.ask("", "fly")).stream()
                    .filter(f -> WireClient.type(f).equals("contentBlockDelta"))
                    .map(f -> WireClient.payload(f).at("/delta/text").asText())
                    .toList();

            assertThat(pieces).allMatch(p -> p.matches("(🚀)+")).hasSizeGreaterThan(50);
            assertThat(pieces.stream().collect(joining())).isEqualTo(rockets);
        }
    }

    @Test
    void closeGivesThePortBackAndBreaksOffAnswers() throws Exception {
        var waiting = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        Pace endless = _ -> {
            waiting.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        };
        var doomed = SampleEndpoint.start(SCRIPT, endless);
        try (var asking = new WireClient(doomed.uri())) {
            var response = asking.ask(SYSTEM, ASKED);
            waiting.await();

            doomed.close();

            interrupted.await();
            assertThat(brokenOff(response)).isTrue();
        }
        var port = doomed.uri().getPort();
        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> new Socket(Loopback.address(), port).close());
        try (var again = new ServerSocket(port, 1, Loopback.address())) {
            assertThat(again.isBound()).isTrue();
        }
        doomed.close();
    }

    @Test
    void itsThreadKeepsNoProgramAlive() throws Exception {
        var before = Thread.getAllStackTraces().keySet();
        try (var another = SampleEndpoint.start(SCRIPT, Pace.AT_ONCE)) {
            var started = new HashSet<>(Thread.getAllStackTraces().keySet());
            started.removeAll(before);

            assertThat(another.uri().getPort()).isPositive();
            assertThat(started)
                    .anyMatch(t -> t.getName().contains("HTTP-Dispatcher"))
                    .allMatch(Thread::isDaemon);
        }
    }

    @Test
    void twoAnswersToOneQuestionAreAMistake() {
        var script = List.of(new Exchange("", "q", "a"), new Exchange("", "q", "b"));

        assertThatIllegalArgumentException().isThrownBy(() -> SampleEndpoint.start(script, Pace.AT_ONCE));
    }

    /// Reads to the end, clean or not, which must come without the frames that close an answer. A reset may take what
    /// has been sent before it.
    private static boolean brokenOff(HttpResponse<InputStream> response) {
        var types = new ArrayList<String>();
        try {
            while (true) {
                types.add(WireClient.type(WireClient.nextFrame(response.body())));
            }
        } catch (IOException e) {
            return types.isEmpty() || types.equals(List.of("messageStart"));
        }
    }
}
