package dev.quarry.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// How often the omission guard and the parse check are right about real files before and after a change: of what was
/// spoilt, one way for each file is taken here; `OmissionAccuracy` in the benches takes all.
class OmissionCorpusTest {

    private static final AnswerCheck CHECK =
            new AnswerCheck(new CheckTools(Map.of(), CheckTools.none().path(), Map.of(), Duration.ofSeconds(30)));

    @Test
    void omissionsAreCaughtAndGoodAnswersPass() throws InterruptedException {
        var tally = CorpusTally.of(CorpusPair.all(), CHECK, 1);
        System.out.println(tally.table());
        tally.mistakes().forEach(System.out::println);

        assertThat(tally.languages()).isGreaterThanOrEqualTo(8);
        assertThat(tally.good()).isGreaterThanOrEqualTo(60);
        assertThat(tally.planted()).isGreaterThanOrEqualTo(60);
        assertThat(tally.caught())
                .as("share of what was left out that is caught")
                .isGreaterThanOrEqualTo(0.95);
        assertThat(tally.falseAlarms())
                .as("share of good answers that are refused")
                .isLessThan(0.03);
    }
}
