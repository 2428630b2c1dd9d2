package dev.quarry.ui.usage;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 1",
        "1, 1, 1, 1",
        "3, 1, 3, 1",
        "5, 1, 5, 1",
        "6, 1, 6, 2",
        "19, 1, 20, 5",
        "100, 1, 100, 20",
        "911, 1, 1000, 200",
        "1234567, 1, 1500000, 500000",
        "0.037, 0.01, 0.04, 0.01",
        "0.42, 0.01, 0.5, 0.1",
    })
    void ticksAreRoundAndAllFits(double highest, double least, double upper, double unit) {
        var scale = Scale.of(highest, least);
        assertThat(scale.upper()).isCloseTo(upper, Assertions.within(1e-9));
        assertThat(scale.unit()).isCloseTo(unit, Assertions.within(1e-9));
    }
}
