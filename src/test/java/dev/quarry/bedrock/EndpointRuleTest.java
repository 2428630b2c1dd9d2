package dev.quarry.bedrock;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quarry.run.RunException;
import dev.quarry.run.RunException.Reason;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://bedrock-runtime.eu-central-1.amazonaws.com",
                "https://gateway.example:8443/bedrock",
                "HTTPS://gateway.example",
                "http://localhost:8080",
                "http://LocalHost",
                "http://127.0.0.1:8080",
                "http://127.8.9.10",
                "http://[::1]:8080"
            })
    void endpointIsAllowed(String endpoint) {
        assertThatCode(() -> EndpointRule.check(URI.create(endpoint))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://gateway.example",
                "http://10.0.0.1:8080",
                "http://0.0.0.0:8080",
                "http://localhost.example",
                "http://127.0.0.1.example",
                "http://127.0.0.1@gateway.example",
                "http://[::2]:8080",
                "https://user:password@gateway.example",
                "https://gateway.example?key=secret",
                "https://gateway.example#part",
                "ftp://localhost",
                "file:///etc/hosts",
                "gateway.example",
                "https:gateway"
            })
    void endpointIsRefused(String endpoint) {
        assertThatExceptionOfType(RunException.class)
                .isThrownBy(() -> EndpointRule.check(URI.create(endpoint)))
                .satisfies(e ->
                        org.assertj.core.api.Assertions.assertThat(e.reason()).isEqualTo(Reason.VALIDATION))
                .withMessageNotContainingAny("password", "secret");
    }

    @Test
    void samplesAreServedOnThisMachineOnly() {
        assertThatExceptionOfType(RunException.class)
                .isThrownBy(() -> BedrockConnection.loopback(URI.create("https://gateway.example"), "Samples"))
                .withMessage("The samples are served on this machine only, not by gateway.example.");
    }
}
