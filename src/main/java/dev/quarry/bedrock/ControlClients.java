package dev.quarry.bedrock;

import java.net.URI;
import java.util.List;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.auth.scheme.BedrockAuthSchemeProvider;

/// Builds the client that lists models. It waits for each answer, so a small one over the JDK's own HTTP does.
final class ControlClients {

    private ControlClients() {}

    /// Blocks for up to seconds, most of them class loading.
    static BedrockClient build(Account account, Patience patience) {
        var client = BedrockClient.builder()
                .region(account.region())
                .httpClientBuilder(http(account, patience))
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.standardRetryStrategy())
                        .apiCallTimeout(patience.credentials().multipliedBy(2))
                        .defaultProfileFileSupplier(account.files()::content)
                        .defaultProfileName(account.profile()));
        switch (account.credentials()) {
            case Credentials.Keys keys ->
                client.credentialsProvider(keys.provider()).authSchemeProvider(scheme("aws.auth#sigv4"));
            case Credentials.None none ->
                client.credentialsProvider(none.provider()).authSchemeProvider(scheme("aws.auth#sigv4"));
            case Credentials.ApiKey key ->
                client.tokenProvider(key.provider()).authSchemeProvider(scheme("smithy.api#httpBearerAuth"));
        }
        if (account.controlEndpoint() != null) {
            client.endpointOverride(account.controlEndpoint());
        }
        return client.build();
    }

    static UrlConnectionHttpClient.Builder http(Account account, Patience patience) {
        return http(account.controlTarget(), patience);
    }

    /// For any service that waits with its answer.
    ///
    /// @param target what is called, by which the proxy is found
    static UrlConnectionHttpClient.Builder http(URI target, Patience patience) {
        return UrlConnectionHttpClient.builder()
                .connectionTimeout(patience.connect())
                .socketTimeout(patience.credentials())
                .tlsTrustManagersProvider(Trust.ofThisMachine())
                .proxyConfiguration(new ProxyLookup().urlConnectionTo(target));
    }

    private static BedrockAuthSchemeProvider scheme(String id) {
        var name = id.substring(id.indexOf('#') + 1);
        var preferred = BedrockAuthSchemeProvider.defaultProvider(List.of(name));
        return parameters -> preferred.resolveAuthScheme(parameters).stream()
                .filter(option -> option.schemeId().equals(id))
                .toList();
    }
}
