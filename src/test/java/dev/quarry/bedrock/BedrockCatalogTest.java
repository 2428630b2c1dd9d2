package dev.quarry.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import dev.quarry.model.KnownModels;
import dev.quarry.model.ModelCatalog;
import dev.quarry.model.ModelEntry;
import dev.quarry.model.ModelEntry.Kind;
import dev.quarry.model.ModelList;
import dev.quarry.run.ApiKeys;
import dev.quarry.run.ConnectionOptions;
import dev.quarry.run.RunException;
import dev.quarry.run.RunException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the control plane says, asked over a real socket by the unchanged client.
class BedrockCatalogTest {
    private static final String SYSTEM = "/inference-profiles?type=SYSTEM_DEFINED";
    private static final String APPLICATION = "/inference-profiles?type=APPLICATION";
    private static final String NO_PROFILES = "{\"inferenceProfileSummaries\":[]}";

    private final AwsEndpoint service = new AwsEndpoint();
    private AwsEnvironment aws;

    @TempDir
    private Path folder;

    @BeforeEach
    void signIn() {
        aws = new AwsEnvironment(folder).config("""
                        [profile dev]
                        region = eu-central-1
                        aws_access_key_id = AKIAEXAMPLE
                        aws_secret_access_key = SECRETSECRET
                        """);
    }

    @AfterEach
    void putBack() {
        aws.close();
        service.close();
    }

    private BedrockCatalog catalog() throws RunException {
        return BedrockCatalog.of(
                ConnectionOptions.bedrock("dev", null, null).withControlEndpoint(service.uri()), ApiKeys.NONE);
    }

    private static String model(String id, String inferenceType, String more) {
        return """
                {"modelId":"%1$s","modelArn":"arn:aws:bedrock:eu-central-1::foundation-model/%1$s","modelName":"N %1$s",
                 "providerName":"P","outputModalities":["TEXT"],"responseStreamingSupported":true,
                 "inferenceTypesSupported":["%2$s"],"modelLifecycle":{"status":"ACTIVE"}%3$s}""".formatted(id, inferenceType, more);
    }

    private static String models(String... models) {
        return "{\"modelSummaries\":[" + String.join(",", models) + "]}";
    }

    private static String profile(String id, String type, String arn, String... modelArns) {
        var refs = new StringBuilder();
        for (var model : modelArns) {
            refs.append(refs.isEmpty() ? "" : ",")
                    .append("{\"modelArn\":\"")
                    .append(model)
                    .append("\"}");
        }
        return "{\"inferenceProfileId\":\"" + id + "\",\"inferenceProfileName\":\"Name of " + id
                + "\",\"inferenceProfileArn\":\"" + arn + "\",\"status\":\"ACTIVE\",\"type\":\"" + type
                + "\",\"models\":[" + refs + "]}";
    }

    private static String page(String next, String... profiles) {
        return "{\"inferenceProfileSummaries\":[" + String.join(",", profiles) + "]"
                + (next == null ? "" : ",\"nextToken\":\"" + next + "\"") + "}";
    }

    @Test
    void modelsAndTheirProfilesAreOneListJoinedByArn() throws Exception {
        service.json(
                        "/foundation-models",
                        models(
                                model("a.on-demand", "ON_DEMAND", ""),
                                model("b.profile-only", "INFERENCE_PROFILE", ""),
                                model("c.image", "ON_DEMAND", "").replace("[\"TEXT\"]", "[\"IMAGE\"]"),
                                model("d.not-streamed", "ON_DEMAND", "")
                                        .replace("Supported\":true", "Supported\":false")))
                .json(
                        SYSTEM,
                        page(
                                null,
                                // Its prefix says nothing of the model, and it names other regions only.
                                profile(
                                        "odd.name",
                                        "SYSTEM_DEFINED",
                                        "arn:aws:bedrock:eu-central-1:111122223333:inference-profile/odd.name",
                                        "arn:aws:bedrock:eu-west-1::foundation-model/b.profile-only",
                                        "arn:aws:bedrock:eu-north-1::foundation-model/b.profile-only"),
                                profile(
                                        "eu.c.image",
                                        "SYSTEM_DEFINED",
                                        "arn:x",
                                        "arn:aws:bedrock:eu-west-1::foundation-model/c.image")))
                .json(
                        APPLICATION,
                        page(
                                null,
                                profile(
                                        "app1",
                                        "APPLICATION",
                                        "arn:aws:bedrock:eu-central-1:111122223333:application-inference-profile/app1",
                                        "arn:aws:bedrock:eu-central-1::foundation-model/a.on-demand")));

        var list = catalog().fetch();

        assertThat(list.note()).isNull();
        assertThat(list.entries())
                .extracting(ModelEntry::id, ModelEntry::kind, ModelEntry::base)
                .containsExactlyInAnyOrder(
                        tuple("a.on-demand", Kind.ON_DEMAND, "a.on-demand"),
                        tuple("odd.name", Kind.PROFILE, "b.profile-only"),
                        tuple(
                                "arn:aws:bedrock:eu-central-1:111122223333:application-inference-profile/app1",
                                Kind.APPLICATION,
                                "a.on-demand"));
        assertThat(list.named("odd.name").orElseThrow().destinations()).hasSize(2);
    }

    @Test
    void profilesComeInPages() throws Exception {
        service.json("/foundation-models", models(model("b.m", "INFERENCE_PROFILE", "")))
                .json(
                        SYSTEM,
                        page(
                                "next-1",
                                profile(
                                        "eu.b.m",
                                        "SYSTEM_DEFINED",
                                        "arn:1",
                                        "arn:aws:bedrock:eu-west-1::foundation-model/b.m")))
                .json(
                        "/inference-profiles?nextToken=next-1",
                        page(
                                null,
                                profile(
                                        "global.b.m",
                                        "SYSTEM_DEFINED",
                                        "arn:2",
                                        "arn:aws:bedrock:::foundation-model/b.m")))
                .json(APPLICATION, NO_PROFILES);

        assertThat(catalog().fetch().entries()).extracting(ModelEntry::id).containsExactly("eu.b.m", "global.b.m");
    }

    @Test
    void legacyModelsAreMarkedAndLast() throws Exception {
        service.json(
                        "/foundation-models",
                        models(
                                model("a.old", "ON_DEMAND", "").replace("ACTIVE", "LEGACY"),
                                model("z.new", "ON_DEMAND", "")))
                .json("/inference-profiles", NO_PROFILES);

        assertThat(catalog().fetch().entries())
                .extracting(ModelEntry::id, ModelEntry::legacy)
                .containsExactly(tuple("z.new", false), tuple("a.old", true));
    }

    @Test
    void aProfileOfTheAccountIsShownEvenWhereItsModelIsNotListed() throws Exception {
        service.json("/foundation-models", models())
                .json(
                        SYSTEM,
                        page(
                                null,
                                profile(
                                        "us.gone",
                                        "SYSTEM_DEFINED",
                                        "arn:1",
                                        "arn:aws:bedrock:us-east-1::foundation-model/x.gone")))
                .json(
                        APPLICATION,
                        page(
                                null,
                                profile(
                                        "app1",
                                        "APPLICATION",
                                        "arn:app1",
                                        "arn:aws:bedrock:us-east-1::foundation-model/x.gone")));

        assertThat(catalog().fetch().entries())
                .extracting(ModelEntry::id, ModelEntry::base)
                .containsExactly(tuple("arn:app1", "x.gone"));
    }

    @Test
    void modelsWithoutProfilesAreAListWithANote() throws Exception {
        service.json("/foundation-models", models(model("a.m", "ON_DEMAND", "")))
                .refusal("/inference-profiles", 403, "AccessDeniedException", "{\"message\":\"no\"}");

        var list = catalog().fetch();

        assertThat(list.entries()).hasSize(1);
        assertThat(list.note())
                .isEqualTo("Inference profiles are missing from the list. The credentials of the AWS profile `dev` may"
                        + " not list models in eu-central-1. They need the permission bedrock:ListInferenceProfiles.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            403 | AccessDeniedException        | ACCESS_DENIED       | They need the permission bedrock:ListFoundationModels.
            403 | ExpiredTokenException        | EXPIRED_CREDENTIALS | have expired. Sign in again
            403 | UnrecognizedClientException  | EXPIRED_CREDENTIALS | AWS does not know the credentials
            429 | ThrottlingException          | THROTTLED           | is asked too often
            500 | InternalServerException      | UNAVAILABLE         | did not list its models in eu-central-1 (InternalServerException)
            """)
    void aRefusalIsExplained(int status, String type, Reason reason, String words) throws Exception {
        service.refusal("/foundation-models", status, type, "{\"message\":\"no\"}");
        var catalog = catalog();

        assertThatExceptionOfType(RunException.class)
                .isThrownBy(catalog::fetch)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason))
                .withMessageContaining(words);
    }

    @Test
    void whatIsNotReachedIsExplained() throws Exception {
        var catalog = catalog();
        service.close();

        assertThatExceptionOfType(RunException.class)
                .isThrownBy(catalog::fetch)
                .withMessageContaining("Nothing answers at 127.0.0.1:");
    }

    @Test
    void theListIsKeptAndStaysWhenListingIsDenied() throws Exception {
        service.json("/foundation-models", models(model("a.m", "ON_DEMAND", "")))
                .json("/inference-profiles", NO_PROFILES);
        var known = new KnownModels(folder.resolve("models"));
        var first = known.refreshed(catalog());
        var denied = new AwsEndpoint().refusal("/foundation-models", 403, "AccessDeniedException", "{}");
        var asked = new BedrockCatalog(account(denied), Patience.USUAL);
        var place = catalog().place();
        var same = new ModelCatalog() {
            @Override
            public String place() {
                return place;
            }

            @Override
            public ModelList fetch() throws RunException {
                return asked.fetch();
            }
        };
        var second = known.refreshed(same);

        assertThat(first.problem()).isNull();
        assertThat(second.problem()).contains("bedrock:ListFoundationModels");
        assertThat(second.list()).isEqualTo(first.list());
        assertThat(known.isStale(second.list())).isFalse();
        assertThat(known.isStale(ModelList.NONE)).isTrue();
        denied.close();
    }

    private static Account account(AwsEndpoint at) throws RunException {
        return Account.of(ConnectionOptions.bedrock("dev", null, null).withControlEndpoint(at.uri()), ApiKeys.NONE);
    }

    @Test
    void aKeptListThatIsDamagedIsNoList() throws Exception {
        service.json("/foundation-models", models(model("a.m", "ON_DEMAND", "")))
                .json("/inference-profiles", NO_PROFILES);
        var known = new KnownModels(folder.resolve("models"));
        known.refreshed(catalog());
        try (var files = Files.list(folder.resolve("models"))) {
            Files.writeString(files.findFirst().orElseThrow(), "{\"place\": oops");
        }

        assertThat(known.kept(catalog()).isKnown()).isFalse();
    }

    @Test
    void anApiKeyIsSentToTheControlPlaneToo() throws Exception {
        service.json("/foundation-models", models()).json("/inference-profiles", NO_PROFILES);
        aws.set("aws.bearerTokenBedrock", "a-token").set("aws.region", "eu-west-1");
        BedrockCatalog.of(ConnectionOptions.bedrock(null, null, null).withControlEndpoint(service.uri()), ApiKeys.NONE)
                .fetch();

        assertThat(service.requests())
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.headers()).containsEntry("authorization", "Bearer a-token"));
    }
}
