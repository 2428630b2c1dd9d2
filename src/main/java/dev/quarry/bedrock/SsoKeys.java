package dev.quarry.bedrock;

import dev.quarry.run.Access;
import dev.quarry.run.RunException;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.sso.auth.SsoCredentialsProvider;
import software.amazon.awssdk.services.sso.model.GetRoleCredentialsRequest;

/// Keys of an account of IAM Identity Center, got with a sign-in that was made before.
final class SsoKeys {

    private SsoKeys() {}

    /// Its keys come with an [Explained] while nobody is signed in.
    static AwsCredentialsProvider provider(Access.Sso sso) {
        var client = SsoClient.builder()
                .region(Region.of(sso.region()))
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(Network.USUAL.waiting(
                        URI.create("https://portal.sso." + sso.region() + ".amazonaws.com"), Patience.USUAL))
                .build();
        // The builder that the SDK returns is not public; its interface is.
        SsoCredentialsProvider.Builder keys = SsoCredentialsProvider.builder();
        return keys.ssoClient(client).refreshRequest(() -> request(sso)).build();
    }

    private static GetRoleCredentialsRequest request(Access.Sso sso) {
        var token = new SsoTokenFile(sso.startUrl())
                .read()
                .filter(found -> !found.hasExpired())
                .orElseThrow(() -> new Explained(new RunException(
                        RunException.Reason.EXPIRED_CREDENTIALS,
                        "The sign-in at " + sso.startUrl() + " has expired or was never made. Sign in again.",
                        false,
                        null,
                        null)));
        return GetRoleCredentialsRequest.builder()
                .accountId(sso.account())
                .roleName(sso.role())
                .accessToken(token.accessToken())
                .build();
    }
}
