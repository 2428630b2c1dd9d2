package dev.quarry.bedrock;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ssooidc.model.SsoOidcException;

/// The sign-ins to IAM Identity Center that there are. One that is about to expire is renewed without the user, where
/// the service has given what that takes, and kept where the AWS tools keep theirs. Blocks its caller.
final class SsoTokens {
    private static final Logger log = LoggerFactory.getLogger(SsoTokens.class);
    private static final Duration EARLY = Duration.ofMinutes(5);

    /// A sign-in is renewed once: what renews it may be good for that only.
    private static final Object ONE_AT_A_TIME = new Object();

    private final IdentityServices services;

    SsoTokens(IdentityServices services) {
        this.services = services;
    }

    /// Empty while nobody is signed in.
    ///
    /// @throws SdkClientException when the service that renews was not reached
    Optional<SsoTokenFile.Token> current(SsoSession session) {
        var file = new SsoTokenFile(session.key());
        synchronized (ONE_AT_A_TIME) {
            var kept = file.read();
            var now = Instant.now();
            if (kept.isEmpty() || kept.get().expiresAt().isAfter(now.plus(EARLY))) {
                return kept;
            }
            var good = kept.filter(token -> token.expiresAt().isAfter(now));
            var renewal = kept.get().renewal();
            if (renewal == null || !renewal.isGoodAt(now)) {
                return good;
            }
            try {
                return Optional.of(renewed(session, file, renewal));
            } catch (SsoOidcException e) {
                log.info("the sign-in was not renewed: {}", ServiceErrors.code(e));
                return good;
            } catch (SdkClientException e) {
                if (good.isPresent()) {
                    return good;
                }
                throw e;
            }
        }
    }

    private SsoTokenFile.Token renewed(SsoSession session, SsoTokenFile file, SsoTokenFile.Renewal renewal) {
        try (var client = services.oidc(session.region())) {
            var answer = client.createToken(token -> token.clientId(renewal.clientId())
                    .clientSecret(renewal.clientSecret())
                    .grantType("refresh_token")
                    .refreshToken(renewal.refreshToken()));
            var token = new SsoTokenFile.Token(
                    answer.accessToken(),
                    Instant.now().plusSeconds(answer.expiresIn()),
                    answer.refreshToken() == null ? renewal : renewal.with(answer.refreshToken()));
            try {
                file.write(session, token);
            } catch (IOException e) {
                log.warn("the renewed sign-in was not kept", e); // it is good for this sitting
            }
            return token;
        }
    }
}
