package dev.quarry.bedrock;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// The AWS services that wait with their answers, on 127.0.0.1: the control plane of Bedrock, the Security Token
/// Service, IAM Identity Center and its OpenID Connect. Each answers what a test has set for its path; the last
/// answer of a path is repeated.
public final class AwsEndpoint implements AutoCloseable {
    /// A request that came in.
    ///
    /// @param query decoded; empty for none
    public record Request(String method, String path, String query, Map<String, String> headers, String body) {}

    private record Answer(int status, String type, String errorType, String body) {}

    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new LinkedHashMap<>(); // guarded by itself
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    public AwsEndpoint() {
        try {
            server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 10);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// What was set last goes before what was set earlier.
    ///
    /// @param path and after a `?` a part of the query, to tell pages apart
    public AwsEndpoint json(String path, String body) {
        return add(path, new Answer(200, "application/json", "", body));
    }

    public AwsEndpoint xml(String path, String body) {
        return add(path, new Answer(200, "text/xml", "", body));
    }

    public AwsEndpoint refusal(String path, int status, String type, String body) {
        return add(path, new Answer(status, "application/json", type, body));
    }

    public AwsEndpoint xmlRefusal(String path, int status, String code) {
        return add(path, new Answer(status, "text/xml", "", """
                <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>
                <Code>%s</Code><Message>no</Message></Error><RequestId>r</RequestId></ErrorResponse>""".formatted(code)));
    }

    /// Whose keys they are.
    public AwsEndpoint identity() {
        return xml("/", """
                <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
                <Arn>arn:aws:iam::111122223333:user/ada</Arn><UserId>U</UserId><Account>111122223333</Account>
                </GetCallerIdentityResult></GetCallerIdentityResponse>""");
    }

    /// Takes back what was set for a path.
    public AwsEndpoint forget(String path) {
        synchronized (answers) {
            answers.remove(path);
        }
        return this;
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private AwsEndpoint add(String path, Answer answer) {
        synchronized (answers) {
            answers.computeIfAbsent(path, _ -> new ArrayDeque<>()).add(answer);
        }
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var uri = exchange.getRequestURI();
            var query = uri.getRawQuery() == null ? "" : URLDecoder.decode(uri.getRawQuery(), StandardCharsets.UTF_8);
            var headers = new LinkedHashMap<String, String>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(new Request(exchange.getRequestMethod(), uri.getPath(), query, headers, body));
            var answer = find(uri.getPath(), query);
            var bytes = answer.body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type);
            if (!answer.errorType.isEmpty()) {
                exchange.getResponseHeaders().set("x-amzn-ErrorType", answer.errorType);
            }
            exchange.sendResponseHeaders(answer.status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Answer find(String path, String query) {
        synchronized (answers) {
            var best = new ArrayList<>(answers.keySet().stream()
                    .filter(key -> key.contains("?")
                            ? key.substring(0, key.indexOf('?')).equals(path)
                                    && query.contains(key.substring(key.indexOf('?') + 1))
                            : key.equals(path))
                    .toList());
            if (best.isEmpty()) {
                return new Answer(404, "application/json", "UnknownOperationException", "{}");
            }
            var queue = answers.get(best.getLast());
            return queue.size() > 1 ? queue.removeFirst() : queue.getFirst();
        }
    }
}
