package dev.quarry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> NAMES = List.of("translate", "refactor", "review", "write-tests", "c");

    @ParameterizedTest
    @CsvSource({
        "translat, translate",
        "Tarnslate, translate",
        "tests, write-tests",
        "ref, refactor",
        "reveiw, review",
        "revue, review",
        "cobol, ",
        "document, ",
        "'', ",
    })
    void aTypingErrorFindsItsName(String typed, String name) {
        assertThat(Nearest.to(typed, NAMES).orElse(null)).isEqualTo(name);
    }
}
