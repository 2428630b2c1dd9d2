package dev.quarry.language.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.quarry.language.Languages;
import dev.quarry.language.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuesslangNetworkTest {

    /// The probabilities that the runtime of the npm package gives for the same texts.
    @ParameterizedTest
    @CsvSource({
        "java, java, 0.5924",
        "python, py, 0.9619",
        "c, c, 0.3687",
        "sql, sql, 0.9881",
        "json, json, 0.2393",
        "hcl, scala, 0.1389",
        "haskell, hs, 0.9999",
    })
    void networkGivesWhatItsOwnRuntimeGives(String id, String label, double probability) {
        var scores = GuesslangNetwork.instance()
                .scores(Samples.of(Languages.named(id).orElseThrow()));
        var best = 0;
        for (var i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        var sum = 0.0;
        for (var score : scores) {
            sum += Math.exp(score - scores[best]);
        }
        assertThat(GuesslangNetwork.LABELS.get(best)).isEqualTo(label);
        assertThat(1 / sum).isCloseTo(probability, within(0.0002));
    }

    @Test
    void shortTextsAreTaken() {
        for (var text : new String[] {"", "x", "xy", "\uD83D"}) {
            assertThat(GuesslangNetwork.instance().scores(text)).hasSize(54);
        }
    }
}
