package dev.quarry.sample;

import com.sun.net.httpserver.Headers;
import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;

/// Keeps other machines, and web pages that a browser of this machine shows, away from the endpoint.
final class Loopback {
    private static final Pattern HOST =
            Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

    private Loopback() {}

    static InetAddress address() {
        return InetAddress.ofLiteral("127.0.0.1");
    }

    /// Whether the client called us by a loopback name: a page whose host name has been pointed at 127.0.0.1
    /// (DNS rebinding) sends its own name. A request from any page of another origin names that origin;
    /// programs name none.
    static boolean isLocalProgram(Headers headers) {
        var hosts = headers.getOrDefault("Host", List.of());
        return hosts.size() == 1 && HOST.matcher(hosts.getFirst()).matches() && !headers.containsKey("Origin");
    }
}
