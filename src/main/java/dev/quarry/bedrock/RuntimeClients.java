package dev.quarry.bedrock;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.ProxyConfiguration;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.auth.scheme.BedrockRuntimeAuthSchemeProvider;

/// Builds the client that streams.
final class RuntimeClients {

    private RuntimeClients() {}

    /// Blocks for up to seconds, most of them class loading.
    static BedrockRuntimeAsyncClient build(Account account, Patience patience) {
        var client = BedrockRuntimeAsyncClient.builder()
                .region(account.region())
                .httpClientBuilder(http(account.endpoint(), patience))
                // The SDK would send a broken stream again and replay its text into the same handler.
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry())
                        .defaultProfileFile(account.files().content())
                        .defaultProfileName(account.profile()))
                // Our callbacks only enqueue: they need no pool of their own.
                .asyncConfiguration(async ->
                        async.advancedOption(SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR, Runnable::run));
        // Both are always set: else the SDK would take a bearer token from the environment and send it anywhere.
        switch (account.credentials()) {
            case Credentials.Keys keys ->
                client.credentialsProvider(keys.provider()).authSchemeProvider(scheme("aws.auth#sigv4"));
            case Credentials.None none ->
                client.credentialsProvider(none.provider()).authSchemeProvider(scheme("aws.auth#sigv4"));
            case Credentials.ApiKey key ->
                client.tokenProvider(key.provider()).authSchemeProvider(scheme("smithy.api#httpBearerAuth"));
        }
        if (account.endpoint() != null) {
            client.endpointOverride(account.endpoint());
        }
        return client.build();
    }

    private static BedrockRuntimeAuthSchemeProvider scheme(String id) {
        var name = id.substring(id.indexOf('#') + 1);
        var preferred = BedrockRuntimeAuthSchemeProvider.defaultProvider(java.util.List.of(name));
        return parameters -> preferred.resolveAuthScheme(parameters).stream()
                .filter(option -> option.schemeId().equals(id))
                .toList();
    }

    /// Handed over as a builder, so that the service's own defaults (HTTP/2 over TLS) still apply.
    private static NettyNioAsyncHttpClient.Builder http(@Nullable URI endpoint, Patience patience) {
        var http = NettyNioAsyncHttpClient.builder()
                .connectionTimeout(patience.connect())
                .tlsNegotiationTimeout(patience.connect())
                // Longer than both, so that they are what is reported.
                .connectionAcquisitionTimeout(patience.connect().multipliedBy(2).plusSeconds(1))
                .readTimeout(patience.idle());
        if (endpoint == null) {
            return http;
        }
        if ("http".equalsIgnoreCase(endpoint.getScheme())) {
            http.protocol(Protocol.HTTP1_1); // the default means HTTP/2 without TLS, which such endpoints do not speak
        }
        if (EndpointRule.isLoopback(endpoint.getHost())) {
            http.proxyConfiguration(ProxyConfiguration.builder()
                    .useSystemPropertyValues(false)
                    .useEnvironmentVariableValues(false)
                    .build());
        }
        return http;
    }
}
