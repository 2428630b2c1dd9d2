package dev.quarry.bedrock;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Which account and place to call. What is null comes from the default chains of the AWS SDK.
///
/// @param profile a profile of the AWS configuration files
/// @param region such as `eu-central-1`
/// @param endpoint of the runtime service: https anywhere, http to a loopback address only
public record BedrockSettings(
        @Nullable String profile,
        @Nullable String region,
        @Nullable URI endpoint) {}
