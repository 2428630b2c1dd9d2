package dev.quarry.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    @ParameterizedTest
    @CsvSource({"1, 500", "2, 1000", "3, 2000", "4, 4000", "5, 5000", "60, 5000", "2000, 5000"})
    void ceilingDoublesUntilTheLongest(int retry, long millis) {
        var backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10), () -> 0.5);

        assertThat(backoff.before(retry, null)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"0.0, 0", "0.25, 250", "0.75, 750"})
    void waitIsDrawnFromNothingToTheCeiling(double drawn, long millis) {
        var backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10), () -> drawn);

        assertThat(backoff.before(1, null)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void waitIsNeverShorterThanTheServiceAsked() {
        var backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10), () -> 0.5);

        assertThat(backoff.before(1, Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(30));
        assertThat(backoff.before(3, Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void usualWaitsStayBelowTheirCeilings() {
        for (var i = 0; i < 1000; i++) {
            assertThat(Backoff.USUAL.before(3, null)).isBetween(Duration.ZERO, Duration.ofSeconds(4));
        }
    }

    @Test
    void retriesAreCountedFromOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> Backoff.USUAL.before(0, null));
    }
}
