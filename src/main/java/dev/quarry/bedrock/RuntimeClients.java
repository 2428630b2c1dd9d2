package dev.quarry.bedrock;

import dev.quarry.run.RunException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.auth.scheme.BedrockRuntimeAuthSchemeProvider;

/// Builds the client that streams.
final class RuntimeClients {

    private RuntimeClients() {}

    /// Blocks for up to seconds, most of them class loading.
    static BedrockRuntimeAsyncClient build(Account account, Patience patience) {
        var setup = ClientSetup.of(account);
        var schemes = BedrockRuntimeAuthSchemeProvider.defaultProvider(setup.preference());
        var client = BedrockRuntimeAsyncClient.builder()
                .httpClientBuilder(account.network().streaming(account.target(), patience))
                .authSchemeProvider(parameters -> setup.only(schemes.resolveAuthScheme(parameters)))
                // Our callbacks only enqueue: they need no pool of their own.
                .asyncConfiguration(async ->
                        async.advancedOption(SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR, Runnable::run));
        // The SDK would send a broken stream again and replay its text into the same handler.
        setup.apply(
                client,
                client::tokenProvider,
                account.endpoint(),
                override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()));
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
}
