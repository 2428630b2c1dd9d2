package dev.quarry.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.quarry.run.Access;
import dev.quarry.run.ApiKeys;
import dev.quarry.run.ConnectionOptions;
import dev.quarry.run.RunException;
import dev.quarry.run.RunException.Reason;
import dev.quarry.run.SignIns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each way to sign in: found, expired, denied, malformed; over real sockets where AWS is asked.
class CredentialKindsTest {
    private static final String KEYS = "aws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = SECRETSECRET\n";
    private static final String START = "https://company.example/start";
    private static final Access.Sso SSO = new Access.Sso(START, "eu-west-1", "111122223333", "Developer");
    private static final String ROLE = "arn:aws:iam::111122223333:role/team/Coder";

    private final AwsEndpoint service = new AwsEndpoint();
    private AwsEnvironment aws;

    @TempDir
    private Path folder;

    @BeforeEach
    void noOneIsSignedIn() {
        aws = new AwsEnvironment(folder)
                .set("aws.disableEc2Metadata", "true")
                .set("aws.region", "eu-central-1")
                .set("quarry.sso.cache", folder.resolve(".aws/sso/cache").toString())
                .set("aws.endpointUrlSts", service.uri().toString())
                .set("aws.endpointUrlSso", service.uri().toString())
                .set("aws.endpointUrlSsoOidc", service.uri().toString());
    }

    @AfterEach
    void putBack() {
        aws.close();
        service.close();
    }

    private static ConnectionOptions with(Access access) {
        return ConnectionOptions.bedrock(null, null, null).withName("work").withAccess(access);
    }

    private static String keyOf(ConnectionOptions options) throws RunException {
        var credentials = Account.of(options, ApiKeys.NONE).credentials();
        try {
            return ((Credentials.Keys) credentials)
                    .provider()
                    .resolveCredentials()
                    .accessKeyId();
        } catch (Explained e) {
            throw e.explanation();
        }
    }

    private static RunException refusal(ConnectionOptions options) {
        try {
            throw new AssertionError("got " + keyOf(options));
        } catch (RunException e) {
            return e;
        }
    }

    // A command that prints keys

    @Test
    void keysOfACommandAreFound() throws Exception {
        var printed = "{\"Version\":1,\"AccessKeyId\":\"AKIAPROCESS\",\"SecretAccessKey\":\"SECRET\"}";
        var script = Files.writeString(folder.resolve("keys.sh"), "echo '" + printed + "'\n");

        assertThat(keyOf(with(Access.process("sh " + script)))).isEqualTo("AKIAPROCESS");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exit 3                                                                     | failed. Run its command
            echo not json                                                              | credential
            """)
    void aCommandThatGivesNoneIsExplainedWithoutItsWords(String script, String words) throws Exception {
        var file = Files.writeString(folder.resolve("keys.sh"), script + "\n");

        var refusal = refusal(with(Access.process("sh " + file)));

        assertThat(refusal.sentence()).containsIgnoringCase(words).doesNotContain("not json");
        assertThat(refusal.getCause()).isNull();
    }

    // Keys from the environment

    @Test
    void keysOfTheEnvironmentAreTakenAndNothingElse() throws Exception {
        aws.config("[default]\n" + KEYS);
        assertThat(refusal(with(Access.of(Access.Source.ENVIRONMENT))).sentence())
                .startsWith("AWS_ACCESS_KEY_ID is not set.");
        aws.set("aws.accessKeyId", "AKIAENV").set("aws.secretAccessKey", "S").set("aws.sessionToken", "T");
        assertThat(keyOf(with(Access.of(Access.Source.ENVIRONMENT)))).isEqualTo("AKIAENV");
    }

    // API key

    @Test
    void anApiKeyComesFromWhereKeysAreKept() throws Exception {
        var kept = new ApiKeys() {
            @Override
            public Optional<String> find(String connection) {
                return connection.equals("work") ? Optional.of("key-1") : Optional.empty();
            }

            @Override
            public Keep store(String connection, String key, Keep where) {
                return where;
            }

            @Override
            public void forget(String connection) {
                // never asked to
            }
        };
        try (var endpoint = FaultEndpoint.answering(Script.stream().text("a").whole())) {
            var options = new ConnectionOptions(
                    ConnectionOptions.Kind.BEDROCK,
                    "work",
                    null,
                    null,
                    endpoint.uri(),
                    null,
                    null,
                    Access.of(Access.Source.API_KEY));
            try (var connection = BedrockConnection.of(options, kept)) {
                assertThat(Asked.of(connection).text()).isEqualTo("a");
            }
            assertThat(endpoint.requests().getFirst().headers()).containsEntry("authorization", "Bearer key-1");
        }
    }

    @Test
    void anApiKeyThatIsNotThereIsExplained() {
        assertThat(refusal(with(Access.of(Access.Source.API_KEY))).sentence())
                .startsWith("The API key of `work` is not here");
        assertThat(refusal(with(Access.apiKeyIn("QUARRY_NO_SUCH_VARIABLE"))).sentence())
                .startsWith("The environment variable QUARRY_NO_SUCH_VARIABLE holds no API key.");
    }

    @Test
    void anApiKeyCannotAssumeARole() {
        aws.set("aws.bearerTokenBedrock", "a-token");
        assertThat(refusal(with(Access.USUAL.withRole(ROLE))).sentence())
                .startsWith("An API key cannot assume a role.");
    }

    // A role

    @Test
    void aRoleIsAssumedWithTheKeysOfAProfile() throws Exception {
        aws.config("[profile dev]\n" + KEYS);
        service.xml("/", """
                <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
                <AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>S</SecretAccessKey><SessionToken>T</SessionToken>
                <Expiration>%s</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>""".formatted(Instant.now().plusSeconds(3600)));
        var options = ConnectionOptions.bedrock("dev", null, null).withAccess(Access.USUAL.withRole(ROLE));

        assertThat(keyOf(options)).isEqualTo("ASIAROLE");
        assertThat(service.requests().getFirst().body())
                .contains("RoleArn=arn%3Aaws%3Aiam%3A%3A111122223333%3Arole%2Fteam%2FCoder");
        assertThat(Account.of(options, ApiKeys.NONE).label()).isEqualTo("Amazon Bedrock · role Coder · eu-central-1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AccessDenied | ACCESS_DENIED       | AWS refused the role of the role Coder (AccessDenied).
            ExpiredToken | EXPIRED_CREDENTIALS | The credentials of the role Coder have expired.
            """)
    void aRoleThatIsRefusedIsExplained(String code, Reason reason, String words) {
        aws.config("[profile dev]\n" + KEYS);
        service.xmlRefusal("/", 403, code);
        var refusal = refusal(ConnectionOptions.bedrock("dev", null, null).withAccess(Access.USUAL.withRole(ROLE)));

        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.sentence()).startsWith(words);
    }

    @Test
    void aRoleThatIsNoArnIsRefusedAtOnce() {
        aws.config("[profile dev]\n" + KEYS);
        assertThat(refusal(ConnectionOptions.bedrock("dev", null, null).withAccess(Access.USUAL.withRole("Coder")))
                        .sentence())
                .startsWith("There is no role with such an ARN.");
        assertThat(service.requests()).isEmpty();
    }

    // IAM Identity Center

    @Test
    void withoutASignInNoKeysAreAskedFor() {
        assertThat(refusal(with(Access.sso(SSO))))
                .hasMessage(
                        "The sign-in at https://company.example/start has expired or was never made. Sign in again.");
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void aSignInByTheDeviceFlowGivesKeysAndIsSharedWithTheAwsTools() throws Exception {
        service.json(
                        "/client/register",
                        "{\"clientId\":\"c\",\"clientSecret\":\"s\",\"clientSecretExpiresAt\":4000000000}")
                .json("/device_authorization", """
                        {"deviceCode":"d","userCode":"ABCD-EFGH","verificationUri":"https://device.example",
                         "verificationUriComplete":"https://device.example?user_code=ABCD-EFGH","expiresIn":600,"interval":0}""")
                .refusal("/token", 400, "AuthorizationPendingException", "{\"error\":\"authorization_pending\"}")
                .json(
                        "/token",
                        "{\"accessToken\":\"access-1\",\"tokenType\":\"Bearer\",\"expiresIn\":3600,\"refreshToken\":\"r\"}")
                .json("/federation/credentials", """
                        {"roleCredentials":{"accessKeyId":"ASIASSO","secretAccessKey":"S","sessionToken":"T","expiration":%d}}""".formatted(
                                Instant.now().plusSeconds(3600).toEpochMilli()));
        var options = with(Access.sso(SSO));
        var signIns = new SsoSignIns(Optional::empty);
        var prompts = new ArrayList<SignIns.Prompt>();

        assertThat(signIns.state(options).orElseThrow().isSignedIn()).isFalse();
        signIns.signIn(options, prompts::add);

        assertThat(prompts).singleElement().satisfies(prompt -> {
            assertThat(prompt.code()).isEqualTo("ABCD-EFGH");
            assertThat(prompt.address()).hasToString("https://device.example?user_code=ABCD-EFGH");
        });
        assertThat(signIns.state(options).orElseThrow().isSignedIn()).isTrue();
        assertThat(keyOf(options)).isEqualTo("ASIASSO");
        assertThat(service.requests().getLast().headers()).containsEntry("x-amz-sso_bearer_token", "access-1");
        try (var files = Files.list(folder.resolve(".aws/sso/cache"))) {
            var file = files.findFirst().orElseThrow();
            assertThat(file.getFileName().toString()).hasSize(45).endsWith(".json");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aProfileWithASessionUsesTheSignInMadeForItByItsName() throws Exception {
        aws.config("[profile dev]\nsso_session = corp\nsso_account_id = 111122223333\nsso_role_name = Developer\n"
                + "[sso-session corp]\nsso_region = eu-west-1\nsso_start_url = " + START + "\n");
        service.json(
                        "/client/register",
                        "{\"clientId\":\"c\",\"clientSecret\":\"s\",\"clientSecretExpiresAt\":4000000000}")
                .json(
                        "/device_authorization",
                        "{\"deviceCode\":\"d\",\"userCode\":\"U\",\"verificationUri\":\"https://device.example\",\"expiresIn\":600,\"interval\":0}")
                .json("/token", "{\"accessToken\":\"access-2\",\"tokenType\":\"Bearer\",\"expiresIn\":3600}");
        var options = ConnectionOptions.bedrock("dev", null, null);

        new SsoSignIns(Optional::empty).signIn(options, _ -> {});

        // Where the SDK and the AWS command line look: by the SHA-1 of the session's name.
        assertThat(folder.resolve(".aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json"))
                .content()
                .contains("access-2");
        assertThat(service.requests().getFirst().body()).contains("sso:account:access");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ExpiredTokenException  | EXPIRED_CREDENTIALS | The sign-in was not confirmed in the browser in time.
            AccessDeniedException  | ACCESS_DENIED       | The sign-in was refused in the browser.
            InvalidClientException | VALIDATION          | IAM Identity Center refused the sign-in at https://company.example/start
            """)
    void aSignInThatIsNotGivenIsExplained(String type, Reason reason, String words) {
        service.json(
                        "/client/register",
                        "{\"clientId\":\"c\",\"clientSecret\":\"s\",\"clientSecretExpiresAt\":4000000000}")
                .json(
                        "/device_authorization",
                        "{\"deviceCode\":\"d\",\"userCode\":\"U\",\"verificationUri\":\"https://device.example\",\"expiresIn\":600,\"interval\":0}")
                .refusal("/token", 400, type, "{\"error\":\"e\"}");

        assertThatExceptionOfType(RunException.class)
                .isThrownBy(() -> new SsoSignIns(Optional::empty).signIn(with(Access.sso(SSO)), _ -> {}))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason))
                .withMessageStartingWith(words);
    }

    @Test
    void aSignInFileThatIsDamagedCountsAsNone() throws Exception {
        new SsoTokenFile(START).write(JsonNodeFactory.instance.objectNode());
        try (var files = Files.list(folder.resolve(".aws/sso/cache"))) {
            Files.writeString(files.findFirst().orElseThrow(), "{oops");
        }

        assertThat(new SsoSignIns(Optional::empty)
                        .state(with(Access.sso(SSO)))
                        .orElseThrow()
                        .isSignedIn())
                .isFalse();
    }

    @Test
    void profilesAreListed() throws Exception {
        aws.config("[profile b]\n" + KEYS + "[default]\n" + KEYS).credentials("[a]\n" + KEYS);

        assertThat(AwsProfiles.names()).isEqualTo(List.of("a", "b", "default"));
    }
}
