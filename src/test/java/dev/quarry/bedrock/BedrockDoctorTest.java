package dev.quarry.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.run.Access;
import dev.quarry.run.ApiKeys;
import dev.quarry.run.ConnectionOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the doctor says of ten set-ups that are broken and one that is not, word for word.
class BedrockDoctorTest {
    private static final String MODEL = "eu.vendor.coder-v1:0";
    private static final String KEYS = "aws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = SECRETSECRET\n";
    private static final String NOT_TRIED = "Not tried: mend the step before it first.\n";

    private final AwsEndpoint service = new AwsEndpoint();
    private FaultEndpoint runtime = FaultEndpoint.answering(Script.nothing());
    private AwsEnvironment aws;
    private Clock clock = Clock.systemUTC();

    @TempDir
    private Path folder;

    @BeforeEach
    void signIn() {
        aws = new AwsEnvironment(folder)
                .set("aws.disableEc2Metadata", "true")
                .set("aws.endpointUrlSts", service.uri().toString())
                .config("[profile dev]\nregion = eu-central-1\n" + KEYS);
        service.identity()
                .json("/foundation-models", """
                        {"modelSummaries":[{"modelId":"vendor.coder-v1:0","modelName":"Coder","providerName":"V",
                        "modelArn":"arn:aws:bedrock:eu-central-1::foundation-model/vendor.coder-v1:0",
                        "outputModalities":["TEXT"],"responseStreamingSupported":true,
                        "inferenceTypesSupported":["INFERENCE_PROFILE"],"modelLifecycle":{"status":"ACTIVE"}}]}""")
                .json("/inference-profiles", "{\"inferenceProfileSummaries\":[]}")
                .json("/inference-profiles?type=SYSTEM_DEFINED", """
                        {"inferenceProfileSummaries":[{"inferenceProfileId":"eu.vendor.coder-v1:0","status":"ACTIVE",
                        "inferenceProfileName":"EU Coder","type":"SYSTEM_DEFINED",
                        "inferenceProfileArn":"arn:aws:bedrock:eu-central-1:111122223333:inference-profile/eu.vendor.coder-v1:0",
                        "models":[{"modelArn":"arn:aws:bedrock:eu-central-1::foundation-model/vendor.coder-v1:0"},
                        {"modelArn":"arn:aws:bedrock:eu-west-1::foundation-model/vendor.coder-v1:0"}]}]}""");
    }

    @AfterEach
    void putBack() {
        aws.close();
        service.close();
        runtime.close();
    }

    private ConnectionOptions options() {
        return ConnectionOptions.bedrock("dev", null, runtime.uri()).withControlEndpoint(service.uri());
    }

    private void runtime(Script... scripts) {
        runtime.close();
        runtime = FaultEndpoint.answering(scripts);
    }

    private static Script noRoot() {
        var now = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
        return Script.refusal(404, "UnknownOperationException", "", "Date: " + now);
    }

    /// The report without its policy, and with the port of this run taken out.
    private String steps(ConnectionOptions options) {
        return steps(options, MODEL);
    }

    private String steps(ConnectionOptions options, String model) {
        var patience = new Patience(
                Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(5));
        var said = new StringBuilder();
        var report = new BedrockDoctor(ApiKeys.NONE, patience, clock)
                .examine(options, model, finding -> said.append(finding.text()));
        assertThat(report.text()).startsWith(said);
        policy = report.policy();
        return said.toString()
                .replace(runtime.uri().getAuthority(), "RUNTIME")
                .replace(service.uri().getAuthority(), "CONTROL");
    }

    private String policy;

    @Test
    void aConnectionThatWorksAndThePolicyOfAProfileWithItsDestinations() {
        runtime(
                noRoot(),
                Script.stream().text("H").stop("max_tokens").metadata(1, 1).end());

        assertThat(steps(options())).isEqualTo("""
                ok    Credentials  Keys of the AWS profile `dev`: account 111122223333, as arn:aws:iam::111122223333:user/ada.
                ok    Clock        This machine's clock agrees with the server's.
                ok    Endpoint     RUNTIME answers (HTTP 404).
                ok    Models       1 can be called in eu-central-1, eu.vendor.coder-v1:0 among them.
                ok    Call         eu.vendor.coder-v1:0 answers a request of one token.
                """);
        assertThat(policy).isEqualTo("""
                {
                  "Version": "2012-10-17",
                  "Statement": [
                    {
                      "Sid": "CallTheModel",
                      "Effect": "Allow",
                      "Action": ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"],
                      "Resource": [
                        "arn:aws:bedrock:eu-central-1:111122223333:inference-profile/eu.vendor.coder-v1:0",
                        "arn:aws:bedrock:eu-central-1::foundation-model/vendor.coder-v1:0",
                        "arn:aws:bedrock:eu-west-1::foundation-model/vendor.coder-v1:0"
                      ]
                    },
                    {
                      "Sid": "ListModels",
                      "Effect": "Allow",
                      "Action": ["bedrock:ListFoundationModels", "bedrock:ListInferenceProfiles"],
                      "Resource": "*"
                    }
                  ]
                }
                """);
        assertThat(runtime.requests().getLast().body()).contains("\"maxTokens\":1");
    }

    @Test
    void brokenOneNoCredentialsAtAll() {
        assertThat(steps(ConnectionOptions.bedrock(null, "eu-central-1", null))).isEqualTo("""
                FAIL  Credentials  No AWS credentials were found. Sign in with `aws sso login` and choose that profile, or set AWS_BEARER_TOKEN_BEDROCK to a Bedrock API key.
                -     Clock        %1$s-     Endpoint     %1$s-     Models       %1$s-     Call         %1$s""".formatted(NOT_TRIED));
    }

    @Test
    void brokenTwoAProfileThatIsNotThere() {
        assertThat(steps(ConnectionOptions.bedrock("prod", null, null))).startsWith("""
                FAIL  Credentials  There is no AWS profile named `prod`. Profiles there are: dev.
                -     Clock        Not tried""");
    }

    @Test
    void brokenThreeNoRegion() {
        aws.config("[profile dev]\n" + KEYS);

        assertThat(steps(options())).startsWith("""
                FAIL  Credentials  No AWS region is set. Choose one in the settings, or set AWS_REGION, or add region to the profile `dev`.
                """);
    }

    @Test
    void brokenFourAnEndpointThatIsNotEncrypted() {
        assertThat(steps(ConnectionOptions.bedrock("dev", null, URI.create("http://gateway.example"))))
                .startsWith("""
                FAIL  Endpoint     The endpoint http://gateway.example is not encrypted and not on this machine. Use https, or http with localhost, 127.0.0.1 or [::1].
                -     Credentials  Not tried""");
    }

    @Test
    void brokenFiveKeysThatHaveExpired() {
        try (var expired = new AwsEndpoint().xmlRefusal("/", 403, "ExpiredToken")) {
            aws.set("aws.endpointUrlSts", expired.uri().toString());
            runtime(noRoot());

            assertThat(steps(options())).isEqualTo("""
                    FAIL  Credentials  The credentials of the AWS profile `dev` have expired. Sign in again with `aws sso login --profile dev`, or renew its keys, then try again.
                    ok    Clock        This machine's clock agrees with the server's.
                    ok    Endpoint     RUNTIME answers (HTTP 404).
                    -     Models       %1$s-     Call         %1$s""".formatted(NOT_TRIED));
        }
    }

    @Test
    void brokenSixAClockThatIsWrong() {
        runtime(
                noRoot(),
                Script.stream().text("H").stop("max_tokens").metadata(1, 1).end());
        clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-30));

        assertThat(steps(options()).replaceAll("\\d+ s behind", "N s behind")).contains("""
                FAIL  Clock        This machine's clock is N s behind the server's.
                                   -> Set the clock: AWS refuses signatures that are 5 minutes off.
                """);
    }

    @Test
    void brokenSevenAnEndpointWhereNothingAnswers() {
        runtime.close();

        assertThat(steps(options())).isEqualTo("""
                ok    Credentials  Keys of the AWS profile `dev`: account 111122223333, as arn:aws:iam::111122223333:user/ada.
                -     Clock        No server told its time.
                FAIL  Endpoint     Nothing answers at RUNTIME. Check the endpoint, VPN or proxy.
                -     Models       %1$s-     Call         %1$s""".formatted(NOT_TRIED));
    }

    @Test
    void brokenEightNeitherListingNorCallingIsAllowed() {
        service.forget("/foundation-models")
                .refusal("/foundation-models", 403, "AccessDeniedException", "{\"message\":\"no\"}");
        runtime(noRoot(), Script.refusal(403, "AccessDeniedException", "not authorized"));

        assertThat(steps(options())).endsWith("""
                warn  Models       The credentials of the AWS profile `dev` may not list models in eu-central-1. They need the permission bedrock:ListFoundationModels. Runs do not need that; the model picker does.
                                   -> Allow bedrock:ListFoundationModels and bedrock:ListInferenceProfiles.
                FAIL  Call         The credentials of the AWS profile `dev` may not call eu.vendor.coder-v1:0 in eu-central-1. They need the permission bedrock:InvokeModelWithResponseStream for it.
                                   -> Allow bedrock:InvokeModelWithResponseStream for the model, as in the policy below.
                """);
        assertThat(policy)
                .contains(
                        "\"arn:aws:bedrock:eu-central-1::foundation-model/eu.vendor.coder-v1:0\"",
                        "\"arn:aws:bedrock:eu-central-1:111122223333:inference-profile/eu.vendor.coder-v1:0\"");
    }

    @Test
    void brokenNineAModelThatNeedsAProfile() {
        runtime(
                noRoot(),
                Script.refusal(
                        400,
                        "ValidationException",
                        "Invocation of model ID vendor.coder-v1:0 with on-demand throughput isn't supported."));

        assertThat(steps(options(), "vendor.coder-v1:0")).endsWith("""
                warn  Models       1 can be called in eu-central-1, but vendor.coder-v1:0 is not one of them.
                                   -> Choose one of `quarry models`, or another region.
                FAIL  Call         The model vendor.coder-v1:0 cannot be called by this ID in eu-central-1. Choose its inference profile: the same ID behind a place, such as eu. or global.
                """);
    }

    @Test
    void brokenTenAnApiKeyThatIsNotValid() {
        aws.set("aws.bearerTokenBedrock", "a-token").set("aws.region", "eu-central-1");
        service.forget("/foundation-models")
                .refusal("/foundation-models", 403, "AccessDeniedException", "{\"message\":\"no\"}");
        runtime(noRoot(), Script.refusal(403, "AccessDeniedException", "Invalid API Key format"));
        var options = ConnectionOptions.bedrock(null, null, runtime.uri())
                .withControlEndpoint(service.uri())
                .withAccess(Access.USUAL);

        assertThat(steps(options))
                .startsWith("ok    Credentials  An API key of Amazon Bedrock. AWS does not say whose it is.\n")
                .endsWith("""
                        FAIL  Call         AWS refused the API key: it is not valid, or has expired. Create a new API key in the Amazon Bedrock console.
                        """)
                .doesNotContain("a-token");
    }
}
