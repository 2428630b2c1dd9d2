package dev.quarry.bedrock;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.token.credentials.SdkTokenProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.auth.spi.scheme.AuthSchemeOption;

/// What the clients of an account's two services have in common: the place, the profile, and how requests are
/// signed. That is always said: else the SDK would take a bearer token from the environment and send it anywhere.
///
/// @param scheme the only one by which requests are signed
record ClientSetup(Account account, String scheme) {

    static ClientSetup of(Account account) {
        return new ClientSetup(
                account,
                account.credentials() instanceof Credentials.ApiKey ? "smithy.api#httpBearerAuth" : "aws.auth#sigv4");
    }

    /// @param token takes the API key, where there is one
    /// @param endpoint null for the region's own
    /// @param more sets what else the client has of its own
    <B extends AwsClientBuilder<B, ?>> void apply(
            B client,
            Consumer<SdkTokenProvider> token,
            @Nullable URI endpoint,
            Consumer<ClientOverrideConfiguration.Builder> more) {
        client.region(account.region());
        client.overrideConfiguration(override -> {
            override.defaultProfileFileSupplier(account.files()::content).defaultProfileName(account.profile());
            more.accept(override);
        });
        switch (account.credentials()) {
            case Credentials.Keys keys -> client.credentialsProvider(keys.provider());
            case Credentials.None none -> client.credentialsProvider(none.provider());
            case Credentials.ApiKey key -> token.accept(key.provider());
        }
        if (endpoint != null) {
            client.endpointOverride(endpoint);
        }
    }

    /// As the SDK's lists of preferred schemes name it.
    List<String> preference() {
        return List.of(scheme.substring(scheme.indexOf('#') + 1));
    }

    /// Of what a service takes that which is wanted.
    List<AuthSchemeOption> only(List<AuthSchemeOption> options) {
        return options.stream()
                .filter(option -> option.schemeId().equals(scheme))
                .toList();
    }
}
