package dev.quarry.sample;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.eventstream.Message;

/// A Bedrock Runtime endpoint on 127.0.0.1 that answers a script and nothing else. Each request has a virtual
/// thread.
///
/// It serves `POST /model/{modelId}/converse-stream` for any model ID. A request that the script does not hold
/// byte for byte is refused with the message of [Refusal#NO_MODEL].
public final class SampleEndpoint implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SampleEndpoint.class);
    private static final Pattern PATH = Pattern.compile("/model/[^/]+/converse-stream");
    /// More than any model takes in one request.
    private static final int MAX_BODY_BYTES = 16 * 1024 * 1024;

    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

    private final Map<Asked, String> answers;
    private final Pace pace;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("sample-endpoint-", 0).factory());

    private SampleEndpoint(Map<Asked, String> answers, Pace pace, HttpServer server) {
        this.answers = answers;
        this.pace = pace;
        this.server = server;
    }

    /// Binds a free port and serves the script until [#close].
    ///
    /// @throws IllegalArgumentException when two exchanges ask the same
    public static SampleEndpoint start(List<Exchange> script, Pace pace) throws IOException {
        var answers = script.stream()
                .collect(toUnmodifiableMap(e -> new Asked(e.system(), e.user()), Exchange::answer, (_, _) -> {
                    throw new IllegalArgumentException("two exchanges of the script ask the same");
                }));
        var server = HttpServer.create(new InetSocketAddress(Loopback.address(), 0), 0);
        var endpoint = new SampleEndpoint(answers, pace, server);
        server.setExecutor(endpoint.workers);
        server.createContext("/", endpoint::handle);
        // The server's own thread is a daemon only when it is started by one; else it would keep a program alive.
        CompletableFuture.runAsync(server::start, endpoint.workers).join();
        return endpoint;
    }

    /// Such as `http://127.0.0.1:49152`.
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Whether the script holds a request of that system text and that one user turn.
    boolean answers(String system, String user) {
        return answers.containsKey(new Asked(system, user));
    }

    /// Breaks off the answers on their way, and gives the port back. May be called more than once.
    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
        try {
            if (!workers.awaitTermination(CLOSE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("an answer is still being written {} after the close", CLOSE_PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(HttpExchange http) {
        try (http) {
            respond(http);
        } catch (IOException e) {
            LOG.debug("the client went away", e);
        } catch (InterruptedException e) {
            LOG.debug("closed in the middle of an answer", e);
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) { // a bug; the JDK's server would tell no one
            LOG.error("a request died", e);
        }
    }

    private void respond(HttpExchange http) throws IOException, InterruptedException {
        Optional<Asked> asked;
        try {
            if (!Loopback.isLocalProgram(http.getRequestHeaders())) {
                refuse(http, Refusal.NOT_LOOPBACK);
                return;
            }
            if (!http.getRequestMethod().equals("POST")
                    || !PATH.matcher(http.getRequestURI().getRawPath()).matches()) {
                refuse(http, Refusal.NOT_SERVED);
                return;
            }
            asked = Asked.read(body(http));
        } catch (MalformedRequestException e) {
            LOG.debug("malformed request", e);
            refuse(http, Refusal.malformed(e.sentence()));
            return;
        }
        var answer = asked.map(answers::get);
        if (answer.isPresent()) {
            stream(http, asked.get(), answer.get());
        } else {
            refuse(http, Refusal.NO_MODEL);
        }
    }

    private static byte[] body(HttpExchange http) throws IOException, MalformedRequestException {
        var body = http.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            throw new MalformedRequestException("The body is larger than 16 MiB.", null);
        }
        return body;
    }

    private void stream(HttpExchange http, Asked asked, String answer) throws IOException, InterruptedException {
        var started = System.nanoTime();
        http.getResponseHeaders().set("Content-Type", "application/vnd.amazon.eventstream");
        http.getResponseHeaders().set("x-amzn-RequestId", UUID.randomUUID().toString());
        http.sendResponseHeaders(200, 0);
        send(http, EventFrame.messageStart());
        var index = 0;
        for (var piece : Pieces.of(answer)) {
            pace.beforePiece(index++);
            send(http, EventFrame.text(piece));
        }
        send(http, EventFrame.contentBlockStop());
        send(http, EventFrame.messageStop());
        send(
                http,
                EventFrame.metadata(
                        tokens(asked.system()) + tokens(asked.user()),
                        tokens(answer),
                        Duration.ofNanos(System.nanoTime() - started)));
    }

    private static void send(HttpExchange http, Message frame) throws IOException {
        // Encoded apart from the socket: the encoder wraps a broken connection into an unchecked exception.
        var bytes = new ByteArrayOutputStream();
        frame.encode(bytes);
        http.getResponseBody().write(bytes.toByteArray());
        http.getResponseBody().flush();
    }

    /// An estimate, four characters to a token: no model has counted these texts.
    private static long tokens(String text) {
        return (text.length() + 3L) / 4;
    }

    private static void refuse(HttpExchange http, Refusal refusal) throws IOException {
        http.getResponseHeaders().set("Content-Type", "application/json");
        http.getResponseHeaders().set("x-amzn-ErrorType", refusal.type());
        http.getResponseHeaders().set("x-amzn-RequestId", UUID.randomUUID().toString());
        var body = refusal.body();
        http.sendResponseHeaders(refusal.status(), body.length);
        http.getResponseBody().write(body);
    }
}
