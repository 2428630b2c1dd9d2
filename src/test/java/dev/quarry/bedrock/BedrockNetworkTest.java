package dev.quarry.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.run.ConnectionOptions;
import dev.quarry.run.RunException.Reason;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Services that are not reached.
class BedrockNetworkTest {
    private AwsEnvironment aws;

    @TempDir
    private Path folder;

    @BeforeEach
    void signIn() {
        aws = new AwsEnvironment(folder)
                .set("aws.bearerTokenBedrock", "a-token")
                .set("aws.region", "eu-central-1");
    }

    @AfterEach
    void putBack() {
        aws.close();
    }

    @Test
    void portWhereNothingListensIsExplained() throws Exception {
        int port;
        try (var taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            port = taken.getLocalPort();
        }
        var asked = ask("http://127.0.0.1:" + port);

        assertThat(asked.refusal().reason()).isEqualTo(Reason.CONNECTION);
        assertThat(asked.refusal().retryable()).isFalse();
        assertThat(asked.refusal())
                .hasMessage("Nothing answers at 127.0.0.1:" + port + ". Check the endpoint, VPN or proxy.");
    }

    @Test
    void hostThatDoesNotExistIsExplained() throws Exception {
        var asked = ask("https://bedrock.invalid");

        assertThat(asked.refusal().reason()).isEqualTo(Reason.CONNECTION);
        assertThat(asked.refusal().retryable()).isFalse();
        assertThat(asked.refusal())
                .hasMessage("The host bedrock.invalid was not found. Check the network and the region eu-central-1.");
    }

    @Test
    void certificateThatIsNotTrustedIsExplained() throws Exception {
        try (var stranger = TlsStranger.start(folder)) {
            var asked = ask("https://" + stranger.authority());

            assertThat(asked.refusal().reason()).isEqualTo(Reason.CONNECTION);
            assertThat(asked.refusal().retryable()).isFalse();
            assertThat(asked.refusal())
                    .hasMessage(
                            "No secure connection to " + stranger.authority() + " could be made. Behind a proxy that"
                                    + " opens TLS, its certificate must be in the trust store of this"
                                    + " system or of Java; else check the endpoint.");
        }
    }

    @Test
    void serviceThatAcceptsAndNeverShakesHandsIsGivenUp() throws Exception {
        var patience = new Patience(
                Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(1));
        try (var silent = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
                var connection = BedrockConnection.of(
                        ConnectionOptions.bedrock(null, null, URI.create("https://127.0.0.1:" + silent.getLocalPort())),
                        patience)) {
            var asked = Asked.of(connection);

            assertThat(asked.refusal().reason()).isEqualTo(Reason.CONNECTION);
            assertThat(asked.refusal().retryable()).isTrue();
            assertThat(asked.refusal())
                    .hasMessage("The connection to 127.0.0.1:" + silent.getLocalPort()
                            + " was lost before any answer came. Check the network and the endpoint, then run again.");
        }
    }

    @Test
    void requestsGoByTheProxyThatJavaHasBeenTold() throws Exception {
        try (var proxy = FaultEndpoint.answering(Script.refusal(407, "Proxy", "who are you"))) {
            aws.set("https.proxyHost", "127.0.0.1")
                    .set("https.proxyPort", Integer.toString(proxy.uri().getPort()));
            try (var connection = BedrockConnection.of(ConnectionOptions.bedrock(null, null, null))) {
                var asked = Asked.of(connection);

                assertThat(asked.refusal())
                        .hasMessage("The proxy on the way to bedrock-runtime.eu-central-1.amazonaws.com refused the"
                                + " connection. Check its address and sign-in in HTTPS_PROXY, or ask who runs it.");
                assertThat(proxy.requests().getFirst().method()).isEqualTo("CONNECT");
                assertThat(proxy.requests().getFirst().path())
                        .isEqualTo("bedrock-runtime.eu-central-1.amazonaws.com:443");
            }
        }
    }

    private static Asked ask(String endpoint) throws Exception {
        try (var connection = BedrockConnection.of(ConnectionOptions.bedrock(null, null, URI.create(endpoint)))) {
            return Asked.of(connection);
        }
    }
}
