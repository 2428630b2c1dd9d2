package dev.quarry.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.quarry.run.ConnectionOptions;
import dev.quarry.run.RunException;
import dev.quarry.run.RunException.Reason;
import dev.quarry.run.SignIns;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Signing in by an `aws` on the path: scripts that behave as it does, and the real one over a proxy that answers
/// as AWS.
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class AwsCommandLineTest {
    private static final ConnectionOptions DEV = ConnectionOptions.bedrock("dev", null, null);
    private static final String REGISTERED =
            "{\"clientId\":\"c\",\"clientSecret\":\"s\",\"clientSecretExpiresAt\":4000000000}";
    private static final String DEVICE = """
            {"deviceCode":"d","userCode":"ABCD-EFGH","verificationUri":"https://device.example/",
             "verificationUriComplete":"https://device.example/?user_code=ABCD-EFGH","expiresIn":600,"interval":1}""";
    private static final String TOKEN = "{\"accessToken\":\"access-1\",\"tokenType\":\"Bearer\",\"expiresIn\":3600}";

    private final List<SignIns.Prompt> prompts = new CopyOnWriteArrayList<>();
    private final AwsEndpoint service = new AwsEndpoint();
    private AwsEnvironment aws;

    @TempDir
    private Path folder;

    @BeforeEach
    void aProfileThatSignsIn() {
        aws = new AwsEnvironment(folder)
                .set("quarry.sso.cache", folder.resolve(".aws/sso/cache").toString())
                .config("""
                        [profile dev]
                        sso_session = corp
                        sso_account_id = 111122223333
                        sso_role_name = Developer
                        region = eu-central-1
                        [sso-session corp]
                        sso_region = eu-west-1
                        sso_start_url = https://company.example/start
                        sso_registration_scopes = sso:account:access
                        [profile role]
                        role_arn = arn:aws:iam::111122223333:role/Coder
                        source_profile = dev
                        """);
    }

    @AfterEach
    void putBack() {
        aws.close();
        service.close();
    }

    private SsoSignIns with(String script) throws IOException {
        var file = Files.writeString(folder.resolve("aws"), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return new SsoSignIns(() -> AwsCommandLine.onPath("/nowhere::" + folder));
    }

    private void answerTheDeviceFlow() {
        aws.set("aws.endpointUrlSsoOidc", service.uri().toString());
        service.json("/client/register", REGISTERED)
                .json("/device_authorization", DEVICE.replace("\"interval\":1", "\"interval\":0"))
                .json("/token", TOKEN);
    }

    @Test
    void theCodeThatItShowsIsShownAndItsEndIsTheEnd() throws Exception {
        with("""
                echo "$@" > "%s/asked"
                echo "$HTTPS_PROXY $AWS_CONFIG_FILE" >> "%1$s/asked"
                echo 'Browser will not be automatically opened.'
                echo 'Please visit the following URL:'
                echo; echo 'https://device.example/'; echo
                echo 'Then enter the code:'; echo; echo 'ABCD-EFGH'; echo
                echo 'Successfully logged into Start URL: https://company.example/start'
                """.formatted(folder)).signIn(DEV.withProxy(URI.create("http://127.0.0.1:9")), prompts::add);

        assertThat(prompts).singleElement().satisfies(prompt -> {
            assertThat(prompt.address()).hasToString("https://device.example/");
            assertThat(prompt.code()).isEqualTo("ABCD-EFGH");
        });
        assertThat(folder.resolve("asked"))
                .hasContent("sso login --no-browser --profile dev\nhttp://127.0.0.1:9 " + folder.resolve("config"));
    }

    @Test
    void anAddressThatLeadsBackByItselfNeedsNoCode() throws Exception {
        with("""
                echo 'https://oidc.eu-west-1.amazonaws.com/authorize?response_type=code&redirect_uri=http%3A%2F%2F127.0.0.1'
                """).signIn(DEV, prompts::add);

        assertThat(prompts)
                .singleElement()
                .satisfies(prompt -> assertThat(prompt.code()).isEmpty());
    }

    @Test
    void aRoleIsSignedInForByTheProfileThatItComesFrom() throws Exception {
        with("echo \"$@\" > \"" + folder + "/asked\"\n")
                .signIn(ConnectionOptions.bedrock("role", null, null), prompts::add);

        assertThat(folder.resolve("asked")).hasContent("sso login --no-browser --profile dev");
    }

    @Test
    void whatItSaysOfItsFailureIsTold() throws Exception {
        var signIns = with("echo 'first' >&2; echo 'Error loading SSO Token: none' >&2; exit 255\n");

        assertThatExceptionOfType(RunException.class)
                .isThrownBy(() -> signIns.signIn(DEV, prompts::add))
                .withMessage("`aws sso login --profile dev` did not sign in: Error loading SSO Token: none Sign in"
                        + " again.")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.EXPIRED_CREDENTIALS));
    }

    @ParameterizedTest
    @CsvSource({"252", "2"})
    void oneThatKnowsNoSuchCommandIsNotNeeded(int exit) throws Exception {
        answerTheDeviceFlow();
        with("echo 'aws: error: argument operation: Invalid choice' >&2; exit " + exit + "\n")
                .signIn(DEV, prompts::add);

        assertThat(prompts).extracting(SignIns.Prompt::code).containsExactly("ABCD-EFGH");
        assertThat(new SsoTokenFile("corp").read().orElseThrow().accessToken()).isEqualTo("access-1");
    }

    @Test
    void withoutOneTheDeviceFlowSignsIn() throws Exception {
        answerTheDeviceFlow();
        new SsoSignIns(() -> AwsCommandLine.onPath("/nowhere")).signIn(DEV, prompts::add);

        assertThat(new SsoTokenFile("corp").read().orElseThrow().accessToken()).isEqualTo("access-1");
    }

    @Test
    void oneThatHangsIsEndedWithItsChildrenWhenTheUserGivesUp() throws Exception {
        var signIns = with("sleep 300 &\necho $! > \"" + folder + "/child\"\nsleep 300\n");
        var outcome = new CopyOnWriteArrayList<Throwable>();
        var user = Thread.ofVirtual().start(() -> {
            try {
                signIns.signIn(DEV, prompts::add);
            } catch (RunException | InterruptedException e) {
                outcome.add(e);
            }
        });
        var child = folder.resolve("child");
        for (var wait = 0; wait < 500 && (!Files.exists(child) || Files.size(child) == 0); wait++) {
            Thread.sleep(20);
        }
        var process = ProcessHandle.of(Long.parseLong(Files.readString(child).strip()))
                .orElseThrow();

        user.interrupt();

        assertThat(user.join(Duration.ofSeconds(20))).isTrue();
        assertThat(outcome).singleElement().isInstanceOf(InterruptedException.class);
        process.onExit().get(20, TimeUnit.SECONDS);
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    @Tag("slow")
    void theRealOneSignsInOverTheProxyOfTheConnection() throws Exception {
        var real = real();
        assumeTrue(real.isPresent(), "no AWS command line 2 to test with (package awscli)");
        service.json("/client/register", REGISTERED)
                .json("/device_authorization", DEVICE)
                .refusal("/token", 400, "AuthorizationPendingException", "{\"error\":\"authorization_pending\"}")
                .json("/token", TOKEN);
        try (var proxy = OpeningProxy.start(OpeningProxy.certificate(folder), service.uri())) {
            aws.set("aws.caBundle", folder.resolve("opening-proxy.pem").toString());
            with("HOME='" + folder + "' exec " + real.get() + " \"$@\"\n")
                    .signIn(DEV.withProxy(proxy.uri()), prompts::add);

            assertThat(proxy.asked()).contains("oidc.eu-west-1.amazonaws.com:443");
        }
        assertThat(prompts).extracting(SignIns.Prompt::code).containsExactly("ABCD-EFGH");
        assertThat(prompts.getFirst().address().getHost()).isEqualTo("device.example");
        assertThat(new SsoSignIns(Optional::empty).state(DEV).orElseThrow().isSignedIn())
                .isTrue();
    }

    /// One that knows how to sign in, which version 1 does not.
    private static Optional<Path> real() throws Exception {
        for (var path : Stream.concat(
                        Stream.of("/usr/bin"), Stream.of(System.getenv("PATH").split(":", -1)))
                .toList()) {
            var found = AwsCommandLine.onPath(path);
            if (found.isPresent()) {
                var version = new ProcessBuilder(found.get().program().toString(), "--version")
                        .redirectErrorStream(true)
                        .start();
                if (new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .startsWith("aws-cli/2")) {
                    return found.map(AwsCommandLine::program);
                }
            }
        }
        return Optional.empty();
    }
}
