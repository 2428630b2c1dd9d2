package dev.quarry.bedrock;

import dev.quarry.run.RunException;
import dev.quarry.run.RunException.Reason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// Sentences for a service that is not reached, or not to the end. A host that does not exist, a port where
/// nothing listens and a certificate that is not trusted stay so for the next seconds: only what is likely to
/// pass is retryable. A stall is not either: it has used up the user's patience, and the service may have
/// billed it.
final class NetworkErrors {

    private enum Kind {
        CLOSED_BY_US,
        TLS,
        PROXY,
        UNKNOWN_HOST,
        CONNECT_TIMEOUT,
        REFUSED,
        STALL,
        DAMAGED,
        LOST,
        OTHER
    }

    private NetworkErrors() {}

    static RunException closedEarly(CallContext context) {
        return new RunException(
                Reason.CONNECTION,
                "Amazon Bedrock closed the connection to " + context.account().host() + " before any answer came.",
                true,
                null,
                null);
    }

    /// Nothing of an answer came.
    static RunException explain(Throwable error, CallContext context) {
        var host = context.account().host();
        return switch (kind(error)) {
            case CLOSED_BY_US ->
                refusal(Reason.CONNECTION, "The connection was closed while the run was waiting. Run again.", error);
            case TLS, PROXY, UNKNOWN_HOST, CONNECT_TIMEOUT, REFUSED -> notReached(error, host, context.region());
            case STALL ->
                refusal(
                        Reason.TIMEOUT,
                        "Nothing came from " + context.model() + " for " + words(context.idle())
                                + ". Run again, or ask for less at a time.",
                        error);
            case DAMAGED -> // the cause may quote the answer
                new RunException(
                        Reason.CONNECTION, "The answer of " + host + " arrived damaged. Run again.", true, null, null);
            case LOST ->
                passing(
                        Reason.CONNECTION,
                        "The connection to " + host
                                + " was lost before any answer came. Check the network and the endpoint,"
                                + " then run again.",
                        error);
            case OTHER ->
                refusal(
                        error instanceof SdkException ? Reason.CONNECTION : Reason.BUG,
                        "The request to " + host + " could not be made ("
                                + error.getClass().getSimpleName() + "). The log has the details.",
                        error);
        };
    }

    /// A service that waits with its answer, or another one than the runtime, was not reached.
    ///
    /// @param host what was called
    static RunException notReached(Throwable error, String host, String region) {
        return switch (kind(error)) {
            case TLS ->
                refusal(
                        Reason.CONNECTION,
                        "No secure connection to " + host + " could be made. Behind a proxy that opens TLS, its"
                                + " certificate must be in the trust store of this system or of Java; else check the"
                                + " endpoint.",
                        error);
            case PROXY ->
                refusal(
                        Reason.CONNECTION,
                        "The proxy on the way to " + host + " refused the connection. Check its address and sign-in in"
                                + " HTTPS_PROXY, or ask who runs it.",
                        error);
            case UNKNOWN_HOST ->
                refusal(
                        Reason.CONNECTION,
                        "The host " + host + " was not found. Check the network and the region " + region + ".",
                        error);
            case REFUSED ->
                refusal(Reason.CONNECTION, "Nothing answers at " + host + ". Check the endpoint, VPN or proxy.", error);
            case CONNECT_TIMEOUT, STALL ->
                passing(Reason.CONNECTION, host + " did not answer in time. Check the network, VPN or proxy.", error);
            case CLOSED_BY_US, DAMAGED, LOST, OTHER ->
                passing(
                        Reason.CONNECTION,
                        host + " gave no answer that could be read. Check the network and the endpoint.",
                        error);
        };
    }

    /// Credentials could not be fetched over the network.
    ///
    /// @param owner whose they are, such as `of the role Coder`
    /// @return null when it was not for the network
    static @Nullable RunException onTheWay(Throwable error, String owner) {
        if (Causes.first(error, AwsServiceException.class) != null) {
            return null;
        }
        var start = "The credentials " + owner + " could not be fetched: ";
        return switch (kind(error)) {
            case TLS ->
                refusal(
                        Reason.CONNECTION,
                        start + "no secure connection to AWS could be made. Behind a proxy that opens TLS, its"
                                + " certificate must be in the trust store of this system or of Java.",
                        error);
            case PROXY ->
                refusal(
                        Reason.CONNECTION,
                        start + "the proxy refused the connection. Check its address and its sign-in.",
                        error);
            case UNKNOWN_HOST, CONNECT_TIMEOUT, REFUSED ->
                refusal(Reason.CONNECTION, start + "AWS was not reached. Check the network, VPN or proxy.", error);
            case CLOSED_BY_US, STALL, DAMAGED, LOST, OTHER ->
                Causes.first(error, SocketTimeoutException.class) == null
                        ? null
                        : passing(
                                Reason.CONNECTION,
                                start + "AWS was not reached. Check the network, VPN or proxy.",
                                error);
        };
    }

    /// A part of the answer came.
    static String interruption(Throwable error, CallContext context) {
        return switch (kind(error)) {
            case CLOSED_BY_US -> "The connection was closed before the answer was whole. Run again.";
            case STALL ->
                "Nothing more came from " + context.model() + " for " + words(context.idle())
                        + ", so the answer is not whole. Continue, or run again.";
            case DAMAGED -> "The answer arrived damaged from here on and was stopped. Continue, or run again.";
            case TLS, PROXY, UNKNOWN_HOST, CONNECT_TIMEOUT, REFUSED, LOST, OTHER ->
                "The connection to " + context.account().host() + " was lost before the answer was whole. Continue,"
                        + " or run again.";
        };
    }

    private static Kind kind(Throwable error) {
        if (Causes.first(error, ConnectionClosed.class) != null) {
            return Kind.CLOSED_BY_US;
        }
        if (Causes.first(error, SSLException.class) != null) {
            return Kind.TLS;
        }
        // Of the client that streams, and of the one that waits.
        if (Causes.any(
                error, e -> says(e, "Could not connect to proxy") || says(e, "Unable to tunnel through proxy"))) {
            return Kind.PROXY;
        }
        if (Causes.any(error, e -> e instanceof UnknownHostException || e instanceof UnresolvedAddressException)) {
            return Kind.UNKNOWN_HOST;
        }
        // Netty's types are told by name: they belong to the SDK's HTTP client and may be moved inside it.
        if (Causes.any(error, e -> e.getClass().getSimpleName().equals("ConnectTimeoutException"))
                || Causes.any(error, e -> says(e, "Acquire operation took longer"))) {
            return Kind.CONNECT_TIMEOUT;
        }
        if (Causes.first(error, ConnectException.class) != null) {
            return Kind.REFUSED;
        }
        if (Causes.first(error, Overslept.class) != null
                || Causes.any(error, e -> e.getClass().getSimpleName().equals("ReadTimeoutException"))) {
            return Kind.STALL;
        }
        if (Causes.any(
                error,
                e -> says(e, "checksum failure") || e.getClass().getSimpleName().startsWith("JsonParse"))) {
            return Kind.DAMAGED;
        }
        return Causes.first(error, IOException.class) == null ? Kind.OTHER : Kind.LOST;
    }

    private static boolean says(Throwable error, String words) {
        return String.valueOf(error.getMessage()).contains(words);
    }

    private static String words(Duration time) {
        if (time.toSeconds() >= 120) {
            return time.toMinutes() + " minutes";
        }
        return time.toMillis() < 2000 ? time.toMillis() + " ms" : time.toSeconds() + " s";
    }

    private static RunException passing(Reason reason, String sentence, Throwable cause) {
        return new RunException(reason, sentence, true, null, cause);
    }

    private static RunException refusal(Reason reason, String sentence, Throwable cause) {
        return new RunException(reason, sentence, false, null, cause);
    }
}
