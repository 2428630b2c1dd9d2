package dev.quarry.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictJsonTest {

    @Test
    void whatWasWrittenIsReadAgainWhole() {
        var verdict = new Verdict(
                List.of(
                        Check.made(Check.Kind.FENCE, "", List.of(), "").took(Duration.ofMillis(3)),
                        Check.made(
                                Check.Kind.COMPILES,
                                "javac 25, \"no\" processors",
                                List.of(
                                        new Finding(12, 5, "incompatible types: ä\n𝄞", Finding.Weight.FAILURE),
                                        new Finding(0, 0, "perhaps", Finding.Weight.DOUBT)),
                                "What depends on the rest."),
                        Check.notMade(Check.Kind.PARSES, "", "There is no parser.")),
                Duration.ofMillis(41));

        assertThat(VerdictJson.read(VerdictJson.text(verdict))).contains(verdict);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PASSED",
                "",
                "{",
                "[]",
                "{\"checks\": 1}",
                "{\"checks\": [{\"kind\": \"SMELLS\", \"status\": \"PASSED\"}]}",
                "{\"checks\": [{\"kind\": \"PARSES\", \"status\": \"FAILED\", \"findings\": [{\"weight\": \"?\"}]}]}"
            })
    void wordsOfAnotherVersionAreNoVerdict(String text) {
        assertThat(VerdictJson.read(text)).isEmpty();
    }
}
