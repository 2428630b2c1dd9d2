package dev.quarry.bedrock;

import dev.quarry.run.RunException;
import java.util.List;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.ProtocolNegotiation;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.auth.scheme.BedrockRuntimeAuthSchemeProvider;

/// Builds the client that streams.
final class RuntimeClients {

    private RuntimeClients() {}

    /// Blocks for up to seconds, most of them class loading.
    static BedrockRuntimeAsyncClient build(Account account, Patience patience) {
        var client = BedrockRuntimeAsyncClient.builder()
                .region(account.region())
                .httpClientBuilder(http(account, patience))
                // The SDK would send a broken stream again and replay its text into the same handler.
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry())
                        .defaultProfileFileSupplier(account.files()::content)
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
        try {
            return client.build();
        } catch (RuntimeException e) {
            throw explained(e);
        }
    }

    /// The SDK reads the user's configuration files for every client, whatever it is given instead of them.
    private static RuntimeException explained(RuntimeException error) {
        try {
            var _ = ProfileFiles.read();
            return error;
        } catch (RunException e) {
            return new Explained(e);
        }
    }

    private static BedrockRuntimeAuthSchemeProvider scheme(String id) {
        var name = id.substring(id.indexOf('#') + 1);
        var preferred = BedrockRuntimeAuthSchemeProvider.defaultProvider(List.of(name));
        return parameters -> preferred.resolveAuthScheme(parameters).stream()
                .filter(option -> option.schemeId().equals(id))
                .toList();
    }

    /// HTTP/1.1 also where the service would take HTTP/2: cancelling then closes the connection, which the
    /// tests of this package see at the other end; and with HTTP/2 the SDK's client does not notice that TLS
    /// failed, and reports a timeout a long time later.
    private static NettyNioAsyncHttpClient.Builder http(Account account, Patience patience) {
        return NettyNioAsyncHttpClient.builder()
                .protocol(Protocol.HTTP1_1)
                .protocolNegotiation(ProtocolNegotiation.ASSUME_PROTOCOL)
                .connectionTimeout(patience.connect())
                .tlsNegotiationTimeout(patience.connect())
                // Longer than both, so that they are what is reported.
                .connectionAcquisitionTimeout(patience.connect().multipliedBy(2).plusSeconds(1))
                .readTimeout(patience.idle())
                .tlsTrustManagersProvider(Trust.ofThisMachine())
                .proxyConfiguration(new ProxyLookup().to(account.target()));
    }
}
