package dev.quarry.bedrock;

import dev.quarry.run.RunException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where requests may go: https anywhere, plain http to this machine only, because they carry the user's code.
final class EndpointRule {

    private EndpointRule() {}

    static void check(URI endpoint) throws RunException {
        var scheme = endpoint.getScheme() == null ? "" : endpoint.getScheme().toLowerCase(Locale.ROOT);
        var host = endpoint.getHost();
        if (host == null || endpoint.getRawUserInfo() != null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw refusal("The endpoint is not an address that Quarry can call."
                    + " Write it like https://host or http://127.0.0.1:8080, without a user name.");
        }
        if (endpoint.getRawQuery() != null || endpoint.getRawFragment() != null) {
            throw refusal("The endpoint must not have a query or a fragment. Write it like https://host/path.");
        }
        if (scheme.equals("http") && !isLoopback(host)) {
            throw refusal("The endpoint http://" + endpoint.getRawAuthority() + " is not encrypted and not on this"
                    + " machine. Use https, or http with localhost, 127.0.0.1 or [::1].");
        }
    }

    /// An HTTP proxy, to be spoken to in the clear or by TLS. What goes over it is encrypted to AWS either way.
    static void checkProxy(URI proxy) throws RunException {
        var scheme = proxy.getScheme() == null ? "" : proxy.getScheme().toLowerCase(Locale.ROOT);
        if (proxy.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw refusal("The proxy is not an address that Quarry can call. Write it like http://proxy.example:3128.");
        }
    }

    /// Only names and addresses that cannot lead elsewhere: no name is looked up.
    static boolean isLoopback(@Nullable String host) {
        if (host == null) {
            return false;
        }
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host.replace("[", "").replace("]", "")).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false; // a name
        }
    }

    private static RunException refusal(String sentence) {
        return new RunException(RunException.Reason.VALIDATION, sentence, false, null, null);
    }
}
