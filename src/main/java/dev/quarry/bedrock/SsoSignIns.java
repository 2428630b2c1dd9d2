package dev.quarry.bedrock;

import dev.quarry.run.ConnectionOptions;
import dev.quarry.run.RunException;
import dev.quarry.run.RunException.Reason;
import dev.quarry.run.SignIns;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.ssooidc.model.AccessDeniedException;
import software.amazon.awssdk.services.ssooidc.model.AuthorizationPendingException;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenResponse;
import software.amazon.awssdk.services.ssooidc.model.ExpiredTokenException;
import software.amazon.awssdk.services.ssooidc.model.RegisterClientResponse;
import software.amazon.awssdk.services.ssooidc.model.SlowDownException;
import software.amazon.awssdk.services.ssooidc.model.StartDeviceAuthorizationResponse;

/// Signs in to IAM Identity Center, and keeps the sign-in where the AWS tools do. Of a profile, by the AWS command line
/// where it is there; else by the device flow of OpenID Connect, as `aws sso login --use-device-code` does.
public final class SsoSignIns implements SignIns {
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
    private static final Duration USUAL_TIME = Duration.ofMinutes(10);
    private static final Duration USUAL_INTERVAL = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(SsoSignIns.class);

    private final Supplier<Optional<AwsCommandLine>> commandLine;

    public SsoSignIns() {
        this(() ->
                AwsCommandLine.onPath(Optional.ofNullable(System.getenv("PATH")).orElse("")));
    }

    SsoSignIns(Supplier<Optional<AwsCommandLine>> commandLine) {
        this.commandLine = commandLine;
    }

    @Override
    public Optional<State> state(ConnectionOptions options) throws RunException {
        return SsoSession.of(options, ProfileFiles.read())
                .map(session -> new State(session.startUrl(), until(session, services(options))));
    }

    /// Of one that can be renewed without the user, when the new one expires.
    private static @Nullable Instant until(SsoSession session, IdentityServices services) {
        try {
            var current = new SsoTokens(services).current(session);
            if (current.isPresent()) {
                return current.get().expiresAt();
            }
        } catch (SdkException | Explained e) {
            log.info("the sign-in was not renewed: {}", e.getClass().getSimpleName());
        }
        return new SsoTokenFile(session.key())
                .read()
                .map(SsoTokenFile.Token::expiresAt)
                .orElse(null);
    }

    private static IdentityServices services(ConnectionOptions options) {
        return new IdentityServices(Network.of(options));
    }

    @Override
    public void signIn(ConnectionOptions options, Consumer<Prompt> prompt) throws RunException, InterruptedException {
        var session = SsoSession.of(options, ProfileFiles.read())
                .orElseThrow(() -> refusal(
                        Reason.VALIDATION,
                        "This connection does not sign in to IAM Identity Center. Choose a profile made by `aws"
                                + " configure sso`, or enter a start URL.",
                        null));
        if (!signedInByCommandLine(session, options, prompt)) {
            signInByDevice(session, options, prompt);
        }
    }

    /// @return false when there is none that can do it
    private boolean signedInByCommandLine(SsoSession session, ConnectionOptions options, Consumer<Prompt> prompt)
            throws RunException, InterruptedException {
        var profile = session.profile();
        var aws = profile == null ? Optional.<AwsCommandLine>empty() : commandLine.get();
        if (profile == null || aws.isEmpty()) {
            return false;
        }
        try {
            var ended = aws.get()
                    .signIn(
                            profile,
                            options.proxy(),
                            (address, code) -> prompt.accept(
                                    new Prompt(address, code, Instant.now().plus(USUAL_TIME))));
            if (ended.isDone() || ended.isUnknownCommand()) {
                return ended.isDone();
            }
            throw refusal(
                    Reason.EXPIRED_CREDENTIALS,
                    "`aws sso login --profile " + session.profile() + "` did not sign in"
                            + (ended.words().isEmpty() ? "." : ": " + ended.words()) + " Sign in again.",
                    null);
        } catch (IOException e) {
            log.info("the AWS command line was not started", e);
            return false;
        }
    }

    private static void signInByDevice(SsoSession session, ConnectionOptions options, Consumer<Prompt> prompt)
            throws RunException, InterruptedException {
        try (var client = services(options).oidc(session.region())) {
            var registered = client.registerClient(register -> {
                register.clientName("Quarry").clientType("public");
                if (!session.scopes().isEmpty()) {
                    register.scopes(session.scopes());
                }
            });
            var device = client.startDeviceAuthorization(start -> start.clientId(registered.clientId())
                    .clientSecret(registered.clientSecret())
                    .startUrl(session.startUrl()));
            prompt.accept(new Prompt(
                    URI.create(
                            device.verificationUriComplete() == null
                                    ? device.verificationUri()
                                    : device.verificationUriComplete()),
                    device.userCode(),
                    Instant.now().plusSeconds(device.expiresIn())));
            keep(session, registered, await(client, registered, device));
        } catch (SdkException e) {
            throw explained(e, session);
        } catch (IOException e) {
            throw refusal(
                    Reason.VALIDATION,
                    "You are signed in, but that could not be kept in ~/.aws/sso/cache. Check that the folder may be"
                            + " written to.",
                    e);
        }
    }

    private static CreateTokenResponse await(
            SsoOidcClient client, RegisterClientResponse registered, StartDeviceAuthorizationResponse device)
            throws InterruptedException {
        var interval = device.interval() == null ? USUAL_INTERVAL : Duration.ofSeconds(device.interval());
        while (true) {
            Thread.sleep(interval);
            try {
                return client.createToken(token -> token.clientId(registered.clientId())
                        .clientSecret(registered.clientSecret())
                        .grantType(GRANT)
                        .deviceCode(device.deviceCode()));
            } catch (SlowDownException e) {
                interval = interval.plus(USUAL_INTERVAL);
            } catch (AuthorizationPendingException e) {
                // The user has not confirmed it yet.
            }
        }
    }

    private static void keep(SsoSession session, RegisterClientResponse client, CreateTokenResponse token)
            throws IOException {
        var renewal = token.refreshToken() == null
                ? null
                : new SsoTokenFile.Renewal(
                        token.refreshToken(),
                        client.clientId(),
                        client.clientSecret(),
                        Instant.ofEpochSecond(client.clientSecretExpiresAt()));
        new SsoTokenFile(session.key())
                .write(
                        session,
                        new SsoTokenFile.Token(
                                token.accessToken(), Instant.now().plusSeconds(token.expiresIn()), renewal));
    }

    private static RunException explained(SdkException error, SsoSession session) {
        if (error instanceof ExpiredTokenException) {
            return refusal(
                    Reason.EXPIRED_CREDENTIALS,
                    "The sign-in was not confirmed in the browser in time. Sign in again.",
                    null);
        }
        if (error instanceof AccessDeniedException) {
            return refusal(
                    Reason.ACCESS_DENIED,
                    "The sign-in was refused in the browser. Sign in again, or ask who runs " + session.startUrl()
                            + ".",
                    null);
        }
        if (error instanceof software.amazon.awssdk.awscore.exception.AwsServiceException refused) {
            return refusal(
                    Reason.VALIDATION,
                    "IAM Identity Center refused the sign-in at " + session.startUrl() + " in " + session.region()
                            + " (" + ServiceErrors.code(refused) + "). Check the start URL and the region of the"
                            + " identity centre.",
                    null);
        }
        return NetworkErrors.notReached(error, "oidc." + session.region() + ".amazonaws.com", session.region());
    }

    private static RunException refusal(Reason reason, String sentence, @Nullable Throwable cause) {
        return new RunException(reason, sentence, false, null, cause);
    }
}
