package dev.quarry.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.quarry.run.Access;
import dev.quarry.run.ApiKeys;
import dev.quarry.run.ConnectionOptions;
import dev.quarry.run.RunException;
import dev.quarry.run.RunException.Reason;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/// Keys that have to be fetched go the connection's way: by its proxy, and with the certificates that it trusts.
/// Nothing is told where the services of AWS are, so whatever went past the proxy would reach the real ones.
class CredentialsOverTheNetworkTest {
    private static final String ARN = "arn:aws:iam::111122223333:role/team/Coder";
    private static final String START = "https://company.example/start";
    private static final String CONFIG = """
            [profile base]
            aws_access_key_id = AKIAEXAMPLE
            aws_secret_access_key = SECRETSECRET
            [profile role]
            role_arn = arn:aws:iam::111122223333:role/team/Coder
            source_profile = base
            external_id = from-outside
            role_session_name = ada
            [profile web]
            role_arn = arn:aws:iam::111122223333:role/team/Coder
            web_identity_token_file = TOKEN
            [profile legacy]
            sso_start_url = https://company.example/start
            sso_region = eu-west-1
            sso_account_id = 111122223333
            sso_role_name = Developer
            [profile session]
            sso_session = corp
            sso_account_id = 111122223333
            sso_role_name = Developer
            [sso-session corp]
            sso_start_url = https://company.example/start
            sso_region = eu-west-1
            [profile roleOverSession]
            role_arn = arn:aws:iam::111122223333:role/team/Coder
            source_profile = session
            """;

    private static TestCertificate certificate;

    private final AwsEndpoint service = new AwsEndpoint();
    private OpeningProxy proxy;
    private AwsEnvironment aws;

    @TempDir
    private Path folder;

    @BeforeAll
    static void makeACertificate(@TempDir Path folder) throws Exception {
        certificate = OpeningProxy.certificate(folder);
    }

    @BeforeEach
    void goByTheProxy() throws Exception {
        proxy = OpeningProxy.start(certificate, service.uri());
        var token = Files.writeString(folder.resolve("token"), "a-web-token");
        aws = new AwsEnvironment(folder)
                .set("aws.disableEc2Metadata", "true")
                .set("aws.region", "eu-central-1")
                .set("aws.caBundle", certificate.pem().toString())
                .set("quarry.sso.cache", folder.resolve("sso").toString())
                .config(CONFIG.replace("TOKEN", token.toString()));
        var until = Instant.now().plusSeconds(3600);
        service.xml("/", sts("AssumeRole", until))
                .json("/federation/credentials", """
                        {"roleCredentials":{"accessKeyId":"ASIASSO","secretAccessKey":"S","sessionToken":"T","expiration":%d}}""".formatted(until.toEpochMilli()))
                .json("/token", """
                        {"accessToken":"access-2","tokenType":"Bearer","expiresIn":3600,"refreshToken":"refresh-2"}""");
    }

    @AfterEach
    void putBack() throws Exception {
        aws.close();
        proxy.close();
        service.close();
    }

    private static String sts(String action, Instant until) {
        return """
                <%1$sResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><%1$sResult><Credentials>
                <AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>S</SecretAccessKey><SessionToken>T</SessionToken>
                <Expiration>%2$s</Expiration></Credentials></%1$sResult></%1$sResponse>""".formatted(action, until);
    }

    private ConnectionOptions options(String way) {
        var none = ConnectionOptions.bedrock(null, null, null).withName("work");
        return (switch (way) {
                    case "environment" -> none;
                    case "own SSO" ->
                        none.withAccess(Access.sso(new Access.Sso(START, "eu-west-1", "111122223333", "Developer")));
                    case "own role" ->
                        ConnectionOptions.bedrock("base", null, null).withAccess(Access.USUAL.withRole(ARN));
                    default -> ConnectionOptions.bedrock(way, null, null);
                })
                .withProxy(proxy.uri());
    }

    private static void signedIn(String key, Duration left, boolean renewable) throws Exception {
        var now = Instant.now();
        var kept = JsonNodeFactory.instance
                .objectNode()
                .put("accessToken", "access-1")
                .put("expiresAt", now.plus(left).toString());
        if (renewable) {
            kept.put("refreshToken", "refresh-1")
                    .put("clientId", "c")
                    .put("clientSecret", "s")
                    .put("registrationExpiresAt", now.plusSeconds(86_400).toString());
        }
        new SsoTokenFile(key).write(kept);
    }

    private static String keyOf(ConnectionOptions options) throws RunException {
        try {
            return ((Credentials.Keys) Account.of(options, ApiKeys.NONE).credentials())
                    .provider()
                    .resolveCredentials()
                    .accessKeyId();
        } catch (Explained e) {
            throw e.explanation();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            role            | ASIAROLE | sts.eu-central-1.amazonaws.com:443
            web             | ASIAROLE | sts.eu-central-1.amazonaws.com:443
            environment     | ASIAROLE | sts.eu-central-1.amazonaws.com:443
            own role        | ASIAROLE | sts.eu-central-1.amazonaws.com:443
            legacy          | ASIASSO  | portal.sso.eu-west-1.amazonaws.com:443
            own SSO         | ASIASSO  | portal.sso.eu-west-1.amazonaws.com:443
            session         | ASIASSO  | oidc.eu-west-1.amazonaws.com:443 portal.sso.eu-west-1.amazonaws.com:443
            roleOverSession | ASIAROLE | oidc.eu-west-1.amazonaws.com:443 portal.sso.eu-west-1.amazonaws.com:443 sts.eu-central-1.amazonaws.com:443
            """)
    void keysAreFetchedByTheProxyOfTheConnection(String way, String key, String asked) throws Exception {
        signedIn(START, Duration.ofHours(1), false);
        signedIn("corp", Duration.ofMinutes(-1), true);
        if (way.equals("web") || way.equals("environment")) {
            service.forget("/")
                    .xml("/", sts("AssumeRoleWithWebIdentity", Instant.now().plusSeconds(3600)));
        }
        if (way.equals("environment")) {
            aws.set("aws.webIdentityTokenFile", folder.resolve("token").toString())
                    .set("aws.roleArn", ARN);
        }

        assertThat(keyOf(options(way))).isEqualTo(key);
        assertThat(proxy.asked()).isEqualTo(List.of(asked.split(" ")));
    }

    @Test
    void aRoleOfAProfileIsAskedForAsTheProfileSays() throws Exception {
        keyOf(options("role"));

        assertThat(service.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.body())
                        .contains("ExternalId=from-outside", "RoleSessionName=ada", "Action=AssumeRole&"));
    }

    @ParameterizedTest
    @CsvSource({"role", "web", "legacy", "session", "own SSO", "own role"})
    void aProxyWhoseCertificateIsNotTrustedIsExplained(String way) throws Exception {
        aws.set("aws.caBundle", folder.resolve("none.pem").toString());
        signedIn(START, Duration.ofHours(1), false);
        signedIn("corp", Duration.ofMinutes(-1), true);

        assertThatExceptionOfType(RunException.class)
                .isThrownBy(() -> keyOf(options(way)))
                .withMessageContaining("could not be fetched: no secure connection to AWS could be made.")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.CONNECTION));
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void theProxyOfTheSystemIsTakenWhereTheConnectionNamesNone() throws Exception {
        aws.set("https.proxyHost", "127.0.0.1")
                .set("https.proxyPort", Integer.toString(proxy.uri().getPort()));

        assertThat(keyOf(options("role").withProxy(null))).isEqualTo("ASIAROLE");
        assertThat(proxy.asked()).containsExactly("sts.eu-central-1.amazonaws.com:443");
    }

    @Test
    void aProxyThatWantsToKnowWhoAsksIsExplained() throws Exception {
        try (var strict = OpeningProxy.startFor("me:word", certificate, service.uri())) {
            assertThatExceptionOfType(RunException.class)
                    .isThrownBy(() -> keyOf(options("role").withProxy(strict.uri())))
                    .withMessage("The credentials of the AWS profile `role` could not be fetched: the proxy refused the"
                            + " connection. Check its address and its sign-in.");
        }
    }

    @Test
    void aProxyIsToldWhoAsksWhereItsVariableSays() throws Exception {
        try (var runtime = FaultEndpoint.answering(Script.stream().text("a").whole());
                var strict = OpeningProxy.startFor("me:word", certificate, service.uri());
                var streaming = OpeningProxy.startFor("me:word", certificate, runtime.uri())) {
            var services = new IdentityServices(signingInTo(strict));
            var keys = services.role(
                    Region.EU_CENTRAL_1,
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAEXAMPLE", "SECRET")),
                    request -> request.roleArn(ARN).roleSessionName("ada"));
            assertThat(keys.resolveCredentials().accessKeyId()).isEqualTo("ASIAROLE");

            var known = Account.of(options("base"), ApiKeys.NONE);
            var account = new Account(
                    known.credentials(),
                    known.region(),
                    null,
                    null,
                    known.files(),
                    known.profile(),
                    "",
                    signingInTo(streaming));
            try (var connection = new BedrockConnection(account, "", Patience.USUAL)) {
                assertThat(Asked.of(connection).text()).isEqualTo("a");
            }
        }
    }

    private static Network signingInTo(OpeningProxy proxy) {
        var named = proxy.uri().toString().replace("http://", "http://me:word@");
        return new Network(new ProxyLookup(null, null, Map.of("HTTPS_PROXY", named)::get));
    }

    @Test
    void theControlPlaneIsAskedByTheProxyToo() throws Exception {
        service.json("/foundation-models", "{\"modelSummaries\":[]}")
                .json("/inference-profiles", "{\"inferenceProfileSummaries\":[]}");
        BedrockCatalog.of(options("base"), ApiKeys.NONE).fetch();

        assertThat(proxy.asked()).contains("bedrock.eu-central-1.amazonaws.com:443");
    }

    @Test
    void aRunGoesByTheProxyToo() throws Exception {
        try (var runtime = FaultEndpoint.answering(Script.stream().text("a").whole());
                var way = OpeningProxy.start(certificate, runtime.uri())) {
            try (var connection = BedrockConnection.of(options("base").withProxy(way.uri()))) {
                assertThat(Asked.of(connection).text()).isEqualTo("a");
            }
            assertThat(way.asked()).containsExactly("bedrock-runtime.eu-central-1.amazonaws.com:443");
        }
    }

    @Test
    void anAddressThatIsNoProxyIsRefusedBeforeAnythingIsAsked() {
        assertThatExceptionOfType(RunException.class)
                .isThrownBy(() -> keyOf(options("role").withProxy(URI.create("socks://proxy.example"))))
                .withMessage("The proxy is not an address that Quarry can call. Write it like"
                        + " http://proxy.example:3128.");
    }

    // Sign-ins that are renewed

    @Test
    void aRenewedSignInIsKeptForTheAwsTools() throws Exception {
        signedIn("corp", Duration.ofMinutes(2), true);

        assertThat(keyOf(options("session"))).isEqualTo("ASIASSO");

        assertThat(service.requests().getFirst().body()).contains("\"refresh_token\"", "\"refresh-1\"");
        assertThat(service.requests().getLast().headers()).containsEntry("x-amz-sso_bearer_token", "access-2");
        var kept = new SsoTokenFile("corp").read().orElseThrow();
        assertThat(kept.accessToken()).isEqualTo("access-2");
        assertThat(kept.renewal().refreshToken()).isEqualTo("refresh-2");
        assertThat(kept.expiresAt()).isAfter(Instant.now().plusSeconds(3000));
        assertThat(kept.toString() + kept.renewal()).doesNotContain("access", "refresh-");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2  | access-1
            -2 |
            """)
    void aSignInThatIsNotRenewedIsUsedWhileItLasts(int minutesLeft, String used) throws Exception {
        service.forget("/token").refusal("/token", 400, "InvalidGrantException", "{\"error\":\"invalid_grant\"}");
        signedIn("corp", Duration.ofMinutes(minutesLeft), true);

        if (used == null) {
            assertThatExceptionOfType(RunException.class)
                    .isThrownBy(() -> keyOf(options("session")))
                    .withMessage("The sign-in of the AWS profile `session` has expired or was never made. Run `aws sso"
                            + " login --profile session`, then try again.");
        } else {
            assertThat(keyOf(options("session"))).isEqualTo("ASIASSO");
            assertThat(service.requests().getLast().headers()).containsEntry("x-amz-sso_bearer_token", used);
        }
    }

    @Test
    void aSignInThatCanBeRenewedCountsAsOne() throws Exception {
        signedIn("corp", Duration.ofMinutes(-1), true);

        assertThat(new SsoSignIns(Optional::empty)
                        .state(options("session"))
                        .orElseThrow()
                        .isSignedIn())
                .isTrue();
    }

    // Denied

    @Test
    void aRoleThatIdentityCenterDoesNotGiveIsNoSignInThatExpired() throws Exception {
        signedIn(START, Duration.ofHours(1), false);
        service.forget("/federation/credentials")
                .refusal("/federation/credentials", 403, "ForbiddenException", "{\"message\":\"No access\"}");

        assertThatExceptionOfType(RunException.class)
                .isThrownBy(() -> keyOf(options("legacy")))
                .withMessage("IAM Identity Center gives no keys of the AWS profile `legacy` (ForbiddenException). Check"
                        + " the account and the role, or ask who runs it to let you in.")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.ACCESS_DENIED));
    }

    @Test
    void aSignInThatIdentityCenterHasForgottenHasExpired() throws Exception {
        signedIn(START, Duration.ofHours(1), false);
        service.forget("/federation/credentials")
                .refusal("/federation/credentials", 401, "UnauthorizedException", "{\"message\":\"no\"}");

        assertThatExceptionOfType(RunException.class)
                .isThrownBy(() -> keyOf(options("legacy")))
                .withMessageStartingWith("The sign-in of the AWS profile `legacy` has expired");
    }

    // Profiles that cannot be followed

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            role_arn = A*source_profile = dev                                        | The profiles dev are sources of each other.
            role_arn = A*source_profile = base*credential_source = Environment       | The profile 'dev' has both source_profile and credential_source.
            role_arn = A*credential_source = Moon                                    | The credential_source is none of Environment, EcsContainer and Ec2InstanceMetadata.
            sso_session = gone*sso_account_id = 1*sso_role_name = r                  | The sso-session 'gone' of the profile 'dev' is not there, or lacks sso_start_url or sso_region.
            sso_session = corp*sso_account_id = 1                                    | Profile property 'sso_role_name' was not configured for 'dev'.
            """)
    void aProfileThatCannotBeFollowedIsExplained(String lines, String words) {
        aws.config(CONFIG + "[profile dev]\n" + lines.replace('*', '\n') + "\n");

        assertThatExceptionOfType(RunException.class)
                .isThrownBy(() -> keyOf(options("dev")))
                .withMessage("The credentials of the AWS profile `dev` are not set up completely: " + words
                        + " Correct that, or choose another profile.");
        assertThat(proxy.asked()).isEmpty();
    }

    // Commands that print keys

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            own     | The credential_process of the credential process gave keys that have expired at 2024-01-02T03:04:05Z.
            profile | The credential_process of the AWS profile `dev` gave keys that have expired at 2024-01-02T03:04:05Z.
            """)
    void keysOfACommandThatHaveExpiredAreNotSent(String of, String words) throws Exception {
        var script = Files.writeString(folder.resolve("keys.sh"), """
                echo '{"Version":1,"AccessKeyId":"AKIAOLD","SecretAccessKey":"SECRET","SessionToken":"T","Expiration":"2024-01-02T03:04:05Z"}'
                """);
        aws.config("[profile dev]\ncredential_process = sh " + script + "\n");
        var options = of.equals("own")
                ? ConnectionOptions.bedrock(null, null, null).withAccess(Access.process("sh " + script))
                : ConnectionOptions.bedrock("dev", null, null);

        assertThatExceptionOfType(RunException.class)
                .isThrownBy(() -> keyOf(options))
                .withMessageStartingWith(words)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.EXPIRED_CREDENTIALS));
        Files.writeString(
                script, "echo '{\"Version\":1,\"AccessKeyId\":\"AKIANEW\",\"SecretAccessKey\":\"SECRET\"}'\n");
        assertThat(keyOf(options)).isEqualTo("AKIANEW");
    }

    @Test
    void aCommandIsAskedAgainWhenItsKeysHaveExpired() throws Exception {
        var script = Files.writeString(folder.resolve("keys.sh"), """
                echo '{"Version":1,"AccessKeyId":"AKIAOLD","SecretAccessKey":"SECRET","SessionToken":"T","Expiration":"2024-01-02T03:04:05Z"}'
                """);
        var provider = ((Credentials.Keys) Account.of(
                                ConnectionOptions.bedrock(null, null, null).withAccess(Access.process("sh " + script)),
                                ApiKeys.NONE)
                        .credentials())
                .provider();
        assertThatExceptionOfType(Explained.class).isThrownBy(provider::resolveCredentials);
        Files.writeString(
                script, "echo '{\"Version\":1,\"AccessKeyId\":\"AKIANEW\",\"SecretAccessKey\":\"SECRET\"}'\n");

        assertThat(provider.resolveCredentials().accessKeyId()).isEqualTo("AKIANEW");
    }
}
