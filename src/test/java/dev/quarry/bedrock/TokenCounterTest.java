package dev.quarry.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TokenCounterTest {

    @Test
    void theServiceCountsWhereItDoesForTheModel() throws Exception {
        try (var endpoint = FaultEndpoint.answering(Script.nothing()).counting(1234);
                var connection = endpoint.connection()) {
            assertThat(connection.countTokens(Asked.request("Hi"))).hasValue(1234);
        }
    }

    @Test
    void aModelThatIsNotCountedForHasNoNumber() throws Exception {
        try (var endpoint = FaultEndpoint.answering(Script.nothing());
                var connection = endpoint.connection()) {
            assertThat(connection.countTokens(Asked.request("Hi"))).isEmpty();
        }
    }
}
