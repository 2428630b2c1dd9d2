package dev.quarry.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextJudgeTest {
    private final TextJudge judge = new TextJudge(AnswerJudge.NONE);

    private static Language named(String id) {
        return Languages.named(id).orElse(Languages.PLAIN_TEXT);
    }

    private Verdict.Result result(Expectation expectation, String answer, String code, String language) {
        return judge.judge(expectation, new Judged(answer, code, named(language), "in", named("python")))
                .result();
    }

    @Test
    void whatTheAnswerContainsAndMatchesIsTold() {
        assertThat(result(new Expectation.Contains("fn a"), "x fn a()", "", "rust"))
                .isEqualTo(Verdict.Result.PASS);
        assertThat(result(new Expectation.Contains("fn b"), "x fn a()", "", "rust"))
                .isEqualTo(Verdict.Result.FAIL);
        assertThat(result(new Expectation.Matches("^b$"), "a\nb\nc", "", "rust"))
                .isEqualTo(Verdict.Result.PASS);
        assertThat(result(new Expectation.Matches("^d$"), "a\nb\nc", "", "rust"))
                .isEqualTo(Verdict.Result.FAIL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            go     | package a; func b() {} | PASS
            go     | package a; func b() {  | FAIL
            json   | [1, 2]                 | PASS
            json   | [1, 2                  | FAIL
            python | a = 1                  | PASS
            python | a = (                  | FAIL
            text   | anything               | NOT_JUDGED
            """)
    void codeIsParsedInItsLanguage(String language, String code, Verdict.Result result) {
        assertThat(result(new Expectation.Parses(), code, code, language)).isEqualTo(result);
    }

    @Test
    void anAnswerWithoutCodeDoesNotParse() {
        assertThat(result(new Expectation.Parses(), "Sorry.", "", "go")).isEqualTo(Verdict.Result.FAIL);
    }

    @Test
    void findingsAreCountedAndHeldAgainstTheirForm() {
        var good = "## Findings\n### 1. HIGH · Bugs · line 3, `add`\n- **Problem:** x\n";
        assertThat(result(new Expectation.Findings(1, 2), good, "", "go")).isEqualTo(Verdict.Result.PASS);
        assertThat(result(new Expectation.Findings(2, 3), good, "", "go")).isEqualTo(Verdict.Result.FAIL);
        assertThat(result(new Expectation.Findings(0, 0), "No findings.", "", "go"))
                .isEqualTo(Verdict.Result.PASS);
        assertThat(result(new Expectation.Findings(1, 2), "### 1. Something odd\n", "", "go"))
                .isEqualTo(Verdict.Result.FAIL);
    }

    @Test
    void aPatternThatWouldTakeForeverIsStopped() {
        var answer = "a".repeat(200) + "!";
        var verdict = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> result(new Expectation.Matches("^(a|aa)+\\1c$"), answer, "", "go"));
        assertThat(verdict).isEqualTo(Verdict.Result.NOT_JUDGED);
        assertThat(result(new Expectation.Matches("(a|b)*c"), "ab".repeat(100_000), "", "go"))
                .isNotEqualTo(Verdict.Result.PASS);
    }

    @Test
    void whatItCannotTellIsAskedOfTheOtherJudge() {
        var asked = new TextJudge((expectation, answer) -> Verdict.pass(expectation.words()));
        var judged = new Judged("a", "a", named("go"), "a", named("go"));
        assertThat(asked.judge(new Expectation.Compiles(), judged)).isEqualTo(Verdict.pass("compiles"));
        assertThat(asked.judge(new Expectation.NoOmission(), judged)).isEqualTo(Verdict.pass("no omission"));
        assertThat(judge.judge(new Expectation.Compiles(), judged).result()).isEqualTo(Verdict.Result.NOT_JUDGED);
    }
}
