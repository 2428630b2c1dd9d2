package dev.quarry.bedrock;

import dev.quarry.run.RunException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.http.nio.netty.ProxyConfiguration;

/// Finds the HTTP proxy on the way to an endpoint: the connection's own, else what Java has been told
/// (`https.proxyHost`, or the system's settings with `java.net.useSystemProxies`), else HTTPS_PROXY and NO_PROXY.
/// The SDK is not left to look itself: it reads HTTPS_PROXY only for proxies that are spoken to by TLS, which hardly
/// any is. This machine is always called directly.
final class ProxyLookup {
    private static final Logger log = LoggerFactory.getLogger(ProxyLookup.class);

    private final @Nullable URI own;
    private final @Nullable ProxySelector selector;
    private final UnaryOperator<@Nullable String> environment;

    /// The usual places.
    ProxyLookup() {
        this(null);
    }

    /// @param own what goes before the usual places; null for nothing
    ProxyLookup(@Nullable URI own) {
        this(own, ProxySelector.getDefault(), System::getenv);
    }

    ProxyLookup(@Nullable URI own, @Nullable ProxySelector selector, UnaryOperator<@Nullable String> environment) {
        this.own = own;
        this.selector = selector;
        this.environment = environment;
    }

    /// What stands between here and an endpoint.
    ///
    /// @param user null where the proxy asks for none
    record Way(
            String scheme, String host, int port, @Nullable String user, String password) {

        @Override
        public String toString() {
            return "Way[" + host + ":" + port + "]"; // without its password
        }
    }

    /// The proxy to use for this endpoint, for the client that streams; one without a host when there is none.
    ProxyConfiguration to(URI endpoint) {
        var proxy = ProxyConfiguration.builder().useSystemPropertyValues(false).useEnvironmentVariableValues(false);
        var way = wayTo(endpoint);
        if (way != null) {
            proxy.scheme(way.scheme).host(way.host).port(way.port);
            if (way.user != null) {
                proxy.username(way.user).password(way.password);
            }
        }
        return proxy.build();
    }

    /// The same for clients that wait; null when there is no proxy.
    @Nullable
    Way wayTo(URI endpoint) {
        var host = endpoint.getHost();
        if (EndpointRule.isLoopback(host)) {
            return null;
        }
        if (own != null) {
            return way(own);
        }
        var told = told(endpoint);
        if (told != null) {
            return new Way("http", told.getHostString(), told.getPort(), null, "");
        }
        var named = variable("HTTPS_PROXY");
        if (named == null || isExcepted(host)) {
            return null;
        }
        return way(address(named));
    }

    private static Way way(URI uri) {
        var scheme = "https".equalsIgnoreCase(uri.getScheme()) ? "https" : "http";
        var user = uri.getRawUserInfo();
        var colon = user == null ? -1 : user.indexOf(':');
        return new Way(
                scheme,
                uri.getHost(),
                uri.getPort() < 0 ? usualPort(scheme) : uri.getPort(),
                user == null ? null : decoded(colon < 0 ? user : user.substring(0, colon)),
                user == null || colon < 0 ? "" : decoded(user.substring(colon + 1)));
    }

    private @Nullable InetSocketAddress told(URI endpoint) {
        if (selector == null) {
            return null;
        }
        return selector.select(endpoint).stream()
                .filter(proxy -> proxy.type() == Proxy.Type.HTTP)
                .map(Proxy::address)
                .filter(InetSocketAddress.class::isInstance)
                .map(InetSocketAddress.class::cast)
                .findFirst()
                .orElse(null);
    }

    /// Whether NO_PROXY names this host, a domain above it, or everything.
    private boolean isExcepted(String host) {
        var exceptions = variable("NO_PROXY");
        if (exceptions == null) {
            return false;
        }
        var name = host.toLowerCase(Locale.ROOT);
        return Arrays.stream(exceptions.toLowerCase(Locale.ROOT).split(",", -1))
                .map(String::strip)
                .map(domain -> domain.startsWith("*.") || domain.startsWith(".")
                        ? domain.substring(domain.indexOf('.') + 1)
                        : domain)
                .filter(domain -> !domain.isEmpty())
                .anyMatch(domain -> domain.equals("*") || name.equals(domain) || name.endsWith("." + domain));
    }

    /// The lower-case name comes first, as in curl.
    private @Nullable String variable(String name) {
        var lower = environment.apply(name.toLowerCase(Locale.ROOT));
        var value = lower == null || lower.isBlank() ? environment.apply(name) : lower;
        return value == null || value.isBlank() ? null : value.strip();
    }

    /// The value may hold a password: no message quotes it.
    private static URI address(String value) {
        try {
            var uri = new URI(value.contains("://") ? value : "http://" + value);
            if (uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            log.debug("HTTPS_PROXY does not parse at {}", e.getIndex());
        }
        throw new Explained(new RunException(
                RunException.Reason.VALIDATION,
                "HTTPS_PROXY is not the address of a proxy. Write it like http://proxy.example:3128.",
                false,
                null,
                null));
    }

    private static int usualPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
