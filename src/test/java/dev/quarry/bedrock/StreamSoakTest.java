package dev.quarry.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// For a moment; `StreamSoakBench` goes on for minutes.
@Timeout(60)
class StreamSoakTest {

    @Test
    void everyCharacterThatArrivesIsTheOneThatWasSent() throws Exception {
        var soak = new StreamSoak();
        soak.run(Duration.ofSeconds(2));
        assertThat(soak.answers.sum()).isGreaterThanOrEqualTo(8);
        assertThat(soak.whole.sum()).isPositive();
    }
}
