package dev.quarry.run;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Which connection is wanted, in the user's words. What is null is looked up where the AWS tools look it up.
///
/// @param kind null to take Amazon Bedrock when credentials are found, else the samples
/// @param profile a profile of the AWS configuration files
/// @param region such as `eu-central-1`
/// @param endpoint of the runtime service: https anywhere, http to a loopback address only
public record ConnectionOptions(
        @Nullable Kind kind,
        @Nullable String profile,
        @Nullable String region,
        @Nullable URI endpoint) {

    /// Takes what is there.
    public static final ConnectionOptions AUTOMATIC = new ConnectionOptions(null, null, null, null);

    /// The kinds of place where a model runs. On the command line the name is in lower case.
    public enum Kind {
        BEDROCK,
        SAMPLES
    }
}
