package dev.quarry.bedrock;

import dev.quarry.run.RunException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// A Bedrock Runtime endpoint on 127.0.0.1 over a raw socket, which answers by [Script]s and so can fail in
/// every way a network can. Each request takes the next script; the last one is repeated. Requests to count
/// tokens are
/// answered apart, and are not among the requests.
/// ```
/// try (var endpoint = FaultEndpoint.answering(Script.stream().text("Hel", "lo").whole());
///         var connection = endpoint.connection()) { ... }
/// ```
public final class FaultEndpoint implements AutoCloseable {

    /// A request that came in.
    ///
    /// @param path undecoded
    /// @param headers by lower-case name
    public record Request(String method, String path, Map<String, String> headers, String body) {}

    private final ServerSocket server;
    private final Supplier<Script> source;
    private final List<Script> scripts; // guarded by received
    private final List<Request> received = new ArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile int counted;
    private final CompletableFuture<Long> clientLeft = new CompletableFuture<>();
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();

    private FaultEndpoint(List<Script> scripts, Supplier<Script> source) throws IOException {
        this.source = source;
        this.scripts = new ArrayList<>(scripts);
        server = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        Thread.ofVirtual().name("fault-endpoint").start(this::accept);
    }

    public static FaultEndpoint answering(Script... scripts) {
        try {
            return new FaultEndpoint(Arrays.asList(scripts), () -> scripts[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Asks for a script at each request; what came in is not kept.
    static FaultEndpoint asking(Supplier<Script> source) {
        try {
            return new FaultEndpoint(List.of(), source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How many connections are open now.
    int open() {
        return open.size();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /// The unchanged connection of production code to this endpoint, without credentials.
    public BedrockConnection connection() {
        try {
            return BedrockConnection.loopback(uri(), "Fault endpoint");
        } catch (RunException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The requests so far, oldest first.
    public List<Request> requests() {
        synchronized (received) {
            return List.copyOf(received);
        }
    }

    /// How many connections clients have made.
    public int connections() {
        return connections.get();
    }

    /// Waits for a script that [Script#hold]s or writes to see that the client has closed its connection.
    ///
    /// @return when, by [System#nanoTime]
    public long awaitClientLeft() throws InterruptedException {
        try {
            return clientLeft.get(10, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("the client kept its connection", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var failed = failure.getNow(null);
        if (failed != null) {
            throw new AssertionError("a script failed", failed);
        }
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                connections.incrementAndGet();
                open.add(socket);
                Thread.ofVirtual().name("fault-exchange").start(() -> serve(socket));
            }
        } catch (IOException e) {
            // The test has closed the endpoint.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            while (true) {
                var request = read(in);
                if (request == null) {
                    return;
                }
                var exchange = new Exchange(socket, in, clientLeft, request.body());
                next(request).play(exchange);
                if (!exchange.isKeptAlive()) {
                    return;
                }
            }
        } catch (IOException e) {
            clientLeft.complete(System.nanoTime()); // a write to or a read from a client that has left
        } catch (InterruptedException | RuntimeException e) {
            failure.complete(e);
        } finally {
            open.remove(socket);
        }
    }

    /// From now on tokens are counted, and there are always so many.
    public FaultEndpoint counting(int tokens) {
        counted = tokens;
        return this;
    }

    private Script next(Request request) {
        if (request.path().endsWith("/count-tokens")) {
            return counted == 0
                    ? Script.refusal(400, "ValidationException", "The provided model doesn't support counting tokens.")
                    : Script.json("{\"inputTokens\":" + counted + "}");
        }
        synchronized (received) {
            if (scripts.isEmpty()) {
                return source.get();
            }
            received.add(request);
            return scripts.size() > 1 ? scripts.removeFirst() : scripts.getFirst();
        }
    }

    private static Request read(InputStream in) throws IOException {
        var line = line(in);
        if (line.isEmpty()) {
            return null;
        }
        var parts = line.split(" ", 3);
        var headers = new HashMap<String, String>();
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            var colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        var length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        var body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return new Request(parts[0], parts[1], Map.copyOf(headers), body);
    }

    /// Returns the next line, empty at the end of the stream.
    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
