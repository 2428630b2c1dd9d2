package dev.quarry.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quarry.run.ApiKeys;
import dev.quarry.run.ConnectionOptions;
import dev.quarry.run.RunException;
import dev.quarry.run.RunException.Reason;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where credentials, region and endpoint are taken from.
class BedrockAccountTest {
    private static final ConnectionOptions NOTHING_CHOSEN = ConnectionOptions.bedrock(null, null, null);
    private static final String KEYS = "aws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = SECRETSECRET\n";

    private AwsEnvironment aws;

    @TempDir
    private Path folder;

    @BeforeEach
    void noOneIsSignedIn() {
        aws = new AwsEnvironment(folder).set("aws.disableEc2Metadata", "true");
    }

    @AfterEach
    void putBack() {
        aws.close();
    }

    @Test
    void nothingSetUpIsExplained() {
        var refusal = refusal(NOTHING_CHOSEN);

        assertThat(refusal.reason()).isEqualTo(Reason.NO_CREDENTIALS);
        assertThat(refusal)
                .hasMessage("No AWS credentials were found. Sign in with `aws sso login` and choose that profile, or"
                        + " set AWS_BEARER_TOKEN_BEDROCK to a Bedrock API key.");
    }

    @Test
    void chosenProfileIsUsedWithItsRegion() throws Exception {
        aws.config("[profile dev]\nregion = eu-central-1\n" + KEYS);

        assertThat(label(ConnectionOptions.bedrock("dev", null, null)))
                .isEqualTo("Amazon Bedrock · dev · eu-central-1");
    }

    @Test
    void chosenProfileComesBeforeTheEnvironment() throws Exception {
        aws.config("[profile dev]\nregion = eu-central-1\n" + KEYS)
                .set("aws.accessKeyId", "AKIAOTHER")
                .set("aws.secretAccessKey", "OTHERSECRET")
                .set("aws.bearerTokenBedrock", "a-token");

        assertThat(label(ConnectionOptions.bedrock("dev", null, null)))
                .isEqualTo("Amazon Bedrock · dev · eu-central-1");
    }

    @Test
    void chosenRegionComesBeforeAllOthers() throws Exception {
        aws.config("[profile dev]\nregion = eu-central-1\n" + KEYS).set("aws.region", "us-west-2");

        assertThat(label(ConnectionOptions.bedrock("dev", "ap-south-1", null))).endsWith(" · ap-south-1");
        assertThat(label(ConnectionOptions.bedrock("dev", null, null))).endsWith(" · us-west-2");
    }

    @Test
    void profileOfTheEnvironmentIsUsed() throws Exception {
        aws.config("[profile work]\nregion = eu-west-1\n" + KEYS).set("aws.profile", "work");

        assertThat(label(NOTHING_CHOSEN)).isEqualTo("Amazon Bedrock · work · eu-west-1");
    }

    @Test
    void defaultProfileIsUsedWhenItHasCredentials() throws Exception {
        aws.config("[default]\nregion = eu-west-1\n").credentials("[default]\n" + KEYS);

        assertThat(label(NOTHING_CHOSEN)).isEqualTo("Amazon Bedrock · default · eu-west-1");
    }

    @Test
    void keysOfTheEnvironmentAreUsedWithTheRegionOfTheDefaultProfile() throws Exception {
        aws.config("[default]\nregion = eu-west-1\n")
                .set("aws.accessKeyId", "AKIAOTHER")
                .set("aws.secretAccessKey", "OTHERSECRET");

        assertThat(label(NOTHING_CHOSEN)).isEqualTo("Amazon Bedrock · environment · eu-west-1");
    }

    @Test
    void apiKeyComesBeforeOtherCredentialsOfTheEnvironment() throws Exception {
        aws.set("aws.bearerTokenBedrock", "a-token")
                .set("aws.accessKeyId", "AKIAOTHER")
                .set("aws.region", "us-west-2");

        assertThat(label(NOTHING_CHOSEN)).isEqualTo("Amazon Bedrock · API key · us-west-2");
    }

    @Test
    void otherEndpointIsPartOfTheLabel() throws Exception {
        aws.config("[profile dev]\nregion = eu-central-1\n" + KEYS);

        assertThat(label(ConnectionOptions.bedrock("dev", null, URI.create("https://vpce-1.example:8443"))))
                .isEqualTo("Amazon Bedrock · dev · eu-central-1 · vpce-1.example:8443");
    }

    @Test
    void endpointOfTheEnvironmentHasToKeepTheRule() {
        aws.config("[profile dev]\nregion = eu-central-1\n" + KEYS)
                .set("aws.endpointUrlBedrockRuntime", "http://gateway.example");

        assertThat(refusal(ConnectionOptions.bedrock("dev", null, null)))
                .hasMessage("The endpoint http://gateway.example is not encrypted and not on this machine. Use https,"
                        + " or http with localhost, 127.0.0.1 or [::1].");
    }

    @Test
    void endpointOfTheProfileIsUsed() throws Exception {
        aws.config("[profile dev]\nregion = eu-central-1\nendpoint_url = https://gateway.example\n" + KEYS);

        assertThat(label(ConnectionOptions.bedrock("dev", null, null))).endsWith(" · gateway.example");
    }

    @Test
    void unknownProfileIsNamedAndTheOthersAreListed() {
        aws.config("[profile dev]\n" + KEYS + "[profile work]\n" + KEYS);
        var refusal = refusal(ConnectionOptions.bedrock("prod", null, null));

        assertThat(refusal.reason()).isEqualTo(Reason.NO_CREDENTIALS);
        assertThat(refusal).hasMessage("There is no AWS profile named `prod`. Profiles there are: dev, work.");
    }

    @Test
    void missingRegionIsExplained() {
        aws.config("[profile dev]\n" + KEYS);
        var refusal = refusal(ConnectionOptions.bedrock("dev", null, null));

        assertThat(refusal.reason()).isEqualTo(Reason.NO_REGION);
        assertThat(refusal)
                .hasMessage("No AWS region is set. Choose one in the settings, or set AWS_REGION, or add region to the"
                        + " profile `dev`.");
    }

    @Test
    void regionCannotLeadToAnotherHost() {
        aws.config("[profile dev]\n" + KEYS);

        assertThat(refusal(ConnectionOptions.bedrock("dev", "x.evil.example/", null))
                        .reason())
                .isEqualTo(Reason.NO_REGION);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        [profile dev]*region = eu-west-1            | The AWS profile `dev` says nothing about credentials. Add sso_session, role_arn or keys to it, or choose another profile.
        [profile dev]*login_session = arn:aws:iam:: | The AWS profile `dev` was made by `aws login`, which Quarry cannot use. Choose a profile with `aws sso login`, or an API key in AWS_BEARER_TOKEN_BEDROCK.
        """)
    void profileThatCannotBeUsedIsExplained(String config, String sentence) {
        aws.config(config.replace('*', '\n'));
        var refusal = refusal(ConnectionOptions.bedrock("dev", null, null));

        assertThat(refusal.reason()).isEqualTo(Reason.NO_CREDENTIALS);
        assertThat(refusal).hasMessage(sentence);
    }

    @Test
    void fileThatCannotBeUnderstoodIsNamedWithItsLine() {
        aws.config("[profile dev]\nregion = eu-west-1\naws_secret_access_key SECRETSECRET\n");
        var refusal = refusal(ConnectionOptions.bedrock("dev", null, null));

        assertThat(refusal.reason()).isEqualTo(Reason.VALIDATION);
        assertThat(refusal)
                .hasMessage("The AWS configuration file " + folder.resolve("config")
                        + " cannot be understood from line 3 on. Correct it and try again.");
        assertThat(everythingAbout(refusal)).doesNotContain("SECRETSECRET");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        sso_session = my*sso_account_id = 1*sso_role_name = r*[sso-session my]*sso_region = us-east-1*sso_start_url = https://quarry-test.example/start | EXPIRED_CREDENTIALS | The sign-in of the AWS profile `dev` has expired or was never made. Run `aws sso login --profile dev`, then try again.
        sso_account_id = 1*sso_role_name = r*sso_region = us-east-1*sso_start_url = https://quarry-test.example/start | EXPIRED_CREDENTIALS | The sign-in of the AWS profile `dev` has expired or was never made. Run `aws sso login --profile dev`, then try again.
        credential_process = sh -c 'echo SECRETSECRET >&2; exit 3' | NO_CREDENTIALS | The credential_process of the AWS profile `dev` failed. Run its command in a terminal to see why.
        aws_access_key_id = AKIAEXAMPLE | NO_CREDENTIALS | The credentials of the AWS profile `dev` are not set up completely: Profile property 'aws_secret_access_key' was not configured for 'dev'. Correct that, or choose another profile.
        role_arn = arn:aws:iam::1:role/x*source_profile = gone | NO_CREDENTIALS | The credentials of the AWS profile `dev` are not set up completely: The source profile of 'dev' was configured to be 'gone', but that source profile has no credentials configured. Correct that, or choose another profile.
        """)
    void credentialsThatCannotBeHadAreExplained(String properties, Reason reason, String sentence) throws Exception {
        aws.config("[profile dev]\n" + properties.replace('*', '\n')).set("aws.region", "eu-west-1");
        try (var connection = BedrockConnection.of(ConnectionOptions.bedrock("dev", null, null))) {
            var asked = Asked.of(connection);

            assertThatExceptionOfType(RunException.class)
                    .isThrownBy(connection::checkCredentials)
                    .withMessage(sentence)
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(reason))
                    .satisfies(e -> assertThat(everythingAbout(e)).doesNotContain("SECRETSECRET"));
            assertThat(asked.refusal()).hasMessage(sentence);
            assertThat(everythingAbout(asked.refusal())).doesNotContain("SECRETSECRET");
        }
    }

    @Test
    void credentialsThatAreThereAreFoundWithoutTheNetwork() throws Exception {
        aws.config("[profile dev]\nregion = eu-central-1\n" + KEYS);
        try (var connection = BedrockConnection.of(ConnectionOptions.bedrock("dev", null, null))) {
            connection.checkCredentials();
        }
    }

    @Test
    void credentialsThatDoNotComeInTimeAreNotWaitedFor() throws Exception {
        aws.config("[profile dev]\nregion = eu-central-1\ncredential_process = sleep 30\n");
        var patience = new Patience(
                Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(100));
        try (var connection = BedrockConnection.of(ConnectionOptions.bedrock("dev", null, null), patience)) {
            assertThatExceptionOfType(RunException.class)
                    .isThrownBy(connection::checkCredentials)
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.TIMEOUT));
        }
    }

    @Test
    void metadataServiceThatDoesNotAnswerCostsAboutASecond() throws Exception {
        try (var silent = FaultEndpoint.answering(Script.nothing().hold())) {
            aws.set("aws.disableEc2Metadata", "false")
                    .set("aws.ec2MetadataServiceEndpoint", silent.uri().toString());
            var start = System.nanoTime();

            assertThat(refusal(NOTHING_CHOSEN).reason()).isEqualTo(Reason.NO_CREDENTIALS);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
            assertThat(silent.requests()).isNotEmpty();
        }
    }

    @Test
    void metadataServiceIsNotAskedWhenItIsSwitchedOff() {
        try (var metadata = FaultEndpoint.answering(Script.nothing())) {
            aws.set("aws.ec2MetadataServiceEndpoint", metadata.uri().toString());

            assertThat(refusal(NOTHING_CHOSEN).reason()).isEqualTo(Reason.NO_CREDENTIALS);
            assertThat(metadata.requests()).isEmpty();
        }
    }

    @Test
    void metadataServiceIsNotAskedWhenThereIsSomethingElse() throws Exception {
        try (var metadata = FaultEndpoint.answering(Script.nothing())) {
            aws.config("[default]\nregion = eu-west-1\n" + KEYS)
                    .set("aws.disableEc2Metadata", "false")
                    .set("aws.ec2MetadataServiceEndpoint", metadata.uri().toString());

            assertThat(label(NOTHING_CHOSEN)).isEqualTo("Amazon Bedrock · default · eu-west-1");
            assertThat(metadata.requests()).isEmpty();
        }
    }

    @Test
    void profileSignsItsRequests() throws Exception {
        aws.config("[profile dev]\nregion = eu-central-1\n" + KEYS).set("aws.bearerTokenBedrock", "a-token");

        assertThat(authorization("dev"))
                .startsWith("AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/")
                .contains("/eu-central-1/bedrock/");
    }

    @Test
    void keysThatAreRenewedInTheFileAreTakenUp() throws Exception {
        aws.config("[profile dev]\nregion = eu-central-1\n").credentials("[dev]\n" + KEYS);
        try (var endpoint = FaultEndpoint.answering(Script.stream().text("a").whole());
                var connection = BedrockConnection.of(ConnectionOptions.bedrock("dev", null, endpoint.uri()))) {
            Asked.of(connection);
            var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            do {
                // Again each time: a change is seen by the file's time, which two writes of one moment may share.
                aws.credentials("[dev]\n" + KEYS.replace("AKIAEXAMPLE", "AKIARENEWED"));
                Asked.of(connection);
            } while (!lastAuthorization(endpoint).contains("AKIARENEWED") && System.nanoTime() < deadline);
            assertThat(lastAuthorization(endpoint)).contains("Credential=AKIARENEWED/");
        }
    }

    @Test
    void apiKeyIsSentAsABearerToken() throws Exception {
        aws.set("aws.bearerTokenBedrock", "a-token").set("aws.region", "eu-central-1");

        assertThat(authorization(null)).isEqualTo("Bearer a-token");
    }

    @Test
    void ownEndpointGetsNobodysCredentials() throws Exception {
        aws.config("[default]\nregion = eu-west-1\n" + KEYS)
                .set("aws.bearerTokenBedrock", "a-token")
                .set("aws.accessKeyId", "AKIAOTHER")
                .set("aws.secretAccessKey", "OTHERSECRET");
        try (var endpoint = FaultEndpoint.answering(Script.stream().text("a").whole());
                var connection = endpoint.connection()) {
            assertThat(Asked.of(connection).refusal()).isNull();
            assertThat(endpoint.requests().getFirst().headers()).doesNotContainKey("authorization");
        }
    }

    @Test
    void fileThatCannotBeUnderstoodIsNamedByOwnEndpointToo() throws Exception {
        aws.config("not a configuration file");
        try (var endpoint = FaultEndpoint.answering(Script.stream().text("a").whole());
                var connection = endpoint.connection()) {
            assertThat(Asked.of(connection).refusal())
                    .hasMessage("The AWS configuration file " + folder.resolve("config")
                            + " cannot be understood from line 1 on. Correct it and try again.");
        }
    }

    @Test
    void requestsToThisMachinePassByTheProxy() throws Exception {
        aws.set("http.proxyHost", "127.0.0.1").set("http.proxyPort", "1").set("http.nonProxyHosts", "");
        try (var endpoint = FaultEndpoint.answering(Script.stream().text("a").whole());
                var connection = endpoint.connection()) {
            assertThat(Asked.of(connection).text()).isEqualTo("a");
        }
    }

    @Test
    void secretsAreNotInTheWordsOfAnAccount() throws Exception {
        aws.set("aws.bearerTokenBedrock", "a-token").set("aws.region", "eu-central-1");

        assertThat(Account.of(NOTHING_CHOSEN, ApiKeys.NONE).toString()).doesNotContain("a-token");
    }

    private static String authorization(String profile) throws Exception {
        try (var endpoint = FaultEndpoint.answering(Script.stream().text("a").whole());
                var connection = BedrockConnection.of(ConnectionOptions.bedrock(profile, null, endpoint.uri()))) {
            assertThat(Asked.of(connection).refusal()).isNull();
            return endpoint.requests().getFirst().headers().get("authorization");
        }
    }

    private static String lastAuthorization(FaultEndpoint endpoint) {
        return endpoint.requests().getLast().headers().get("authorization");
    }

    private static String label(ConnectionOptions settings) throws RunException {
        try (var connection = BedrockConnection.of(settings)) {
            return connection.label();
        }
    }

    private static RunException refusal(ConnectionOptions settings) {
        try (var connection = BedrockConnection.of(settings)) {
            throw new AssertionError("it was accepted: " + connection.label());
        } catch (RunException e) {
            return e;
        }
    }

    private static String everythingAbout(Throwable error) {
        var text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
