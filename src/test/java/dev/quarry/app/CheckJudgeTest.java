package dev.quarry.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.check.CheckTools;
import dev.quarry.language.Languages;
import dev.quarry.preset.Expectation;
import dev.quarry.preset.Judged;
import dev.quarry.preset.Verdict;
import org.junit.jupiter.api.Test;

class CheckJudgeTest {
    private static final String INPUT = "class A {\n    int one() { return 1; }\n    int two() { return 2; }\n}\n";

    private final CheckJudge judge = new CheckJudge(CheckTools.none());

    private Verdict.Result result(Expectation expectation, String language, String code) {
        var named = Languages.named(language).orElseThrow();
        return judge.judge(
                        expectation,
                        new Judged(
                                "```" + language + "\n" + code + "```\n",
                                code,
                                named,
                                INPUT,
                                Languages.named("java").orElseThrow()))
                .result();
    }

    @Test
    void aCompilerTellsWhatCompiles() {
        assertThat(result(new Expectation.Compiles(), "java", INPUT)).isEqualTo(Verdict.Result.PASS);
        assertThat(result(new Expectation.Compiles(), "java", INPUT.replace("return 1", "return \"1\"")))
                .isEqualTo(Verdict.Result.FAIL);
    }

    @Test
    void withoutACompilerItIsNotJudged() {
        assertThat(result(new Expectation.Compiles(), "go", "package a\n")).isEqualTo(Verdict.Result.NOT_JUDGED);
    }

    @Test
    void whatWasLeftOutIsFound() {
        assertThat(result(new Expectation.NoOmission(), "java", INPUT)).isEqualTo(Verdict.Result.PASS);
        assertThat(result(
                        new Expectation.NoOmission(),
                        "java",
                        "class A {\n    int one() { return 1; }\n    // ... rest of the code unchanged\n}\n"))
                .isEqualTo(Verdict.Result.FAIL);
    }

    @Test
    void whatIsNotForItIsNotJudged() {
        assertThat(result(new Expectation.Contains("A"), "java", INPUT)).isEqualTo(Verdict.Result.NOT_JUDGED);
    }
}
