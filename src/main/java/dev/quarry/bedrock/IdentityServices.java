package dev.quarry.bedrock;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.sso.auth.SsoCredentialsProvider;
import software.amazon.awssdk.services.sso.model.GetRoleCredentialsRequest;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsClientBuilder;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.auth.StsWebIdentityTokenFileCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/// The services that give keys: the Security Token Service, and IAM Identity Center with its sign-in. All of them
/// are reached as the connection reaches Bedrock. Clients are built when keys are first wanted.
record IdentityServices(Network network) {

    /// Keys of a role that other keys may assume.
    AwsCredentialsProvider role(
            Region region, AwsCredentialsProvider source, Consumer<AssumeRoleRequest.Builder> request) {
        return new LazyKeys(() -> StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts(region).credentialsProvider(source).build())
                .refreshRequest(request)
                .build());
    }

    /// Keys of a role that a token in a file may assume, as on Kubernetes.
    AwsCredentialsProvider webIdentity(Region region, String roleArn, Optional<String> session, String tokenFile) {
        return new LazyKeys(() -> StsWebIdentityTokenFileCredentialsProvider.builder()
                .stsClient(sts(region)
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .build())
                .roleArn(roleArn)
                .roleSessionName(session.orElse("quarry"))
                .webIdentityTokenFile(Path.of(tokenFile))
                .build());
    }

    /// Keys of an account of IAM Identity Center, got with a sign-in that was made before.
    ///
    /// @param signedOut thrown while nobody is signed in
    AwsCredentialsProvider sso(SsoSession session, String account, String role, Supplier<Explained> signedOut) {
        var tokens = new SsoTokens(this);
        return new LazyKeys(() -> {
            var client = SsoClient.builder()
                    .region(Region.of(session.region()))
                    .credentialsProvider(AnonymousCredentialsProvider.create())
                    .httpClient(network.waiting(Patience.USUAL))
                    .build();
            // The builder that the SDK returns is not public; its interface is.
            SsoCredentialsProvider.Builder keys = SsoCredentialsProvider.builder();
            return keys.ssoClient(client)
                    .refreshRequest(() -> GetRoleCredentialsRequest.builder()
                            .accountId(account)
                            .roleName(role)
                            .accessToken(tokens.current(session)
                                    .orElseThrow(signedOut)
                                    .accessToken())
                            .build())
                    .build();
        });
    }

    /// The client that signs in, and renews sign-ins.
    SsoOidcClient oidc(String region) {
        return SsoOidcClient.builder()
                .region(Region.of(region))
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClient(network.waiting(Patience.USUAL))
                .build();
    }

    private StsClientBuilder sts(Region region) {
        return StsClient.builder()
                .region(region)
                .httpClient(network.waiting(Patience.USUAL))
                .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.standardRetryStrategy()));
    }
}
