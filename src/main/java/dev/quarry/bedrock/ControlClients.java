package dev.quarry.bedrock;

import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.auth.scheme.BedrockAuthSchemeProvider;

/// Builds the client that lists models. It waits for each answer, so a small one over the JDK's own HTTP does.
final class ControlClients {

    private ControlClients() {}

    /// Blocks for up to seconds, most of them class loading.
    static BedrockClient build(Account account, Patience patience) {
        var setup = ClientSetup.of(account);
        var schemes = BedrockAuthSchemeProvider.defaultProvider(setup.preference());
        var client = BedrockClient.builder()
                .httpClient(account.network().waiting(patience))
                .authSchemeProvider(parameters -> setup.only(schemes.resolveAuthScheme(parameters)));
        setup.apply(
                client,
                client::tokenProvider,
                account.controlEndpoint(),
                override -> override.retryStrategy(AwsRetryStrategy.standardRetryStrategy())
                        .apiCallTimeout(patience.credentials().multipliedBy(2)));
        return client.build();
    }
}
