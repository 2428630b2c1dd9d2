package dev.quarry.run;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Which connection is wanted, in the user's words. What is null is looked up where the AWS tools look it up.
/// Holds no secret.
///
/// @param kind null to take Amazon Bedrock when credentials are found, else the samples
/// @param name what the user calls it; null for one that has no name
/// @param profile a profile of the AWS configuration files
/// @param region such as `eu-central-1`
/// @param endpoint of the runtime service: https anywhere, http to a loopback address only
/// @param controlEndpoint of the service that lists models, by the same rule
/// @param proxy an HTTP proxy on the way to all services, such as `http://proxy.example:3128`; null for that which
///     Java or the environment names
/// @param access what the requests are signed with
public record ConnectionOptions(
        @Nullable Kind kind,
        @Nullable String name,
        @Nullable String profile,
        @Nullable String region,
        @Nullable URI endpoint,
        @Nullable URI controlEndpoint,
        @Nullable URI proxy,
        Access access) {

    /// Takes what is there.
    public static final ConnectionOptions AUTOMATIC = new ConnectionOptions(null, null, null, null);

    /// The kinds of place where a model runs. On the command line the name is in lower case.
    public enum Kind {
        BEDROCK,
        SAMPLES
    }

    public ConnectionOptions {
        if (hasUser(endpoint) || hasUser(controlEndpoint) || hasUser(proxy)) {
            throw new IllegalArgumentException("an address with a user name or password is not kept");
        }
        access = access == null ? Access.USUAL : access; // as read from a file that says nothing of it
    }

    /// One without a name that signs in the usual way.
    public ConnectionOptions(
            @Nullable Kind kind, @Nullable String profile, @Nullable String region, @Nullable URI endpoint) {
        this(kind, null, profile, region, endpoint, null, null, Access.USUAL);
    }

    /// Amazon Bedrock, with what is null taken from the usual places.
    public static ConnectionOptions bedrock(@Nullable String profile, @Nullable String region, @Nullable URI endpoint) {
        return new ConnectionOptions(Kind.BEDROCK, profile, region, endpoint);
    }

    public ConnectionOptions withName(@Nullable String other) {
        return new ConnectionOptions(kind, other, profile, region, endpoint, controlEndpoint, proxy, access);
    }

    public ConnectionOptions withControlEndpoint(@Nullable URI other) {
        return new ConnectionOptions(kind, name, profile, region, endpoint, other, proxy, access);
    }

    public ConnectionOptions withAccess(Access other) {
        return new ConnectionOptions(kind, name, profile, region, endpoint, controlEndpoint, proxy, other);
    }

    public ConnectionOptions withProxy(@Nullable URI other) {
        return new ConnectionOptions(kind, name, profile, region, endpoint, controlEndpoint, other, access);
    }

    private static boolean hasUser(@Nullable URI uri) {
        return uri != null && uri.getRawUserInfo() != null;
    }
}
