package dev.quarry.check;

import static dev.quarry.check.Answers.check;
import static dev.quarry.check.Answers.fenced;
import static dev.quarry.check.Answers.generated;
import static dev.quarry.check.Answers.language;
import static dev.quarry.check.Answers.reworked;
import static dev.quarry.check.Answers.translated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.language.Languages;
import org.junit.jupiter.api.Test;

class AnswerCheckTest {

    private static final String INPUT = """
            def read(path):
                with open(path) as f:
                    return f.read()

            def count_words(text):
                words = text.split()
                return len(words)
            """;

    @Test
    void aWholeAnswerPassesWhatCanBeChecked() throws InterruptedException {
        var verdict = new AnswerCheck(CheckTools.none()).check(reworked("python", INPUT, INPUT));
        assertThat(verdict.failed()).isFalse();
        assertThat(verdict.checks()).extracting(Check::kind).containsExactly(Check.Kind.values());
        assertThat(verdict.passed(Check.Kind.PARSES)).isTrue();
        assertThat(verdict.of(Check.Kind.COMPILES).orElseThrow().notChecked())
                .isEqualTo("No compiler is set for Python.");
    }

    @Test
    void aSyntaxErrorIsToldWithItsLineInTheCode() throws InterruptedException {
        var answer = "First\n\n```python\na = 1\n```\n\nthen\n\n```python\nb = 1\nc = (2\n```\n";
        var found = check(
                new Subject(
                        answer, Subject.End.WHOLE, Subject.Promise.CODE, "", Languages.PLAIN_TEXT, language("python")),
                Check.Kind.PARSES);
        assertThat(found.status()).isEqualTo(Check.Status.FAILED);
        // a = 1, an empty line, b = 1, c = (2
        assertThat(found.findings()).extracting(Finding::line).containsExactly(4);
    }

    @Test
    void aMissingFunctionIsTold() throws InterruptedException {
        var found = check(
                reworked("python", INPUT, INPUT.substring(0, INPUT.indexOf("def count"))), Check.Kind.NOTHING_DROPPED);
        assertThat(found.status()).isEqualTo(Check.Status.FAILED);
        assertThat(found.findings())
                .extracting(Finding::message)
                .containsExactly("count_words of the input is missing");
    }

    @Test
    void aNameInAnotherConventionIsNotMissing() throws InterruptedException {
        var go = """
                package text

                import ("os"; "strings")

                func Read(path string) (string, error) {
                	data, err := os.ReadFile(path)
                	return string(data), err
                }

                func CountWords(text string) int {
                	return len(strings.Fields(text))
                }
                """;
        var found = check(translated("python", "go", INPUT, go), Check.Kind.NOTHING_DROPPED);
        assertThat(found.status()).isEqualTo(Check.Status.PASSED);
    }

    @Test
    void aPlaceholderIsToldInEveryLanguage() throws InterruptedException {
        assertThat(check(
                                generated("java", "class A {\n  // ... rest of the code unchanged\n}"),
                                Check.Kind.NOTHING_DROPPED)
                        .status())
                .isEqualTo(Check.Status.FAILED);
        assertThat(check(
                                generated("python", "def f():\n    # existing code here\n    return 1"),
                                Check.Kind.NOTHING_DROPPED)
                        .status())
                .isEqualTo(Check.Status.FAILED);
        assertThat(check(
                                generated("sql", "select 1;\n-- remaining queries omitted for brevity\n"),
                                Check.Kind.NOTHING_DROPPED)
                        .status())
                .isEqualTo(Check.Status.FAILED);
    }

    @Test
    void anAnswerThatIsOnlyTextHasNoCodeToCheck() throws InterruptedException {
        var text = new Subject(
                "It reads a file: `read(path)`.\n\n```python\nread(\n```\n",
                Subject.End.WHOLE,
                Subject.Promise.TEXT,
                INPUT,
                language("python"),
                null);
        var verdict = new AnswerCheck(CheckTools.none()).check(text);
        assertThat(verdict.failed()).isFalse();
        assertThat(verdict.checks()).extracting(Check::kind).containsExactly(Check.Kind.FENCE, Check.Kind.WHOLE);
    }

    @Test
    void anotherLanguageThanTheOneAskedForIsTold() throws InterruptedException {
        var found = check(
                new Subject(
                        fenced("java", "class A {}"),
                        Subject.End.WHOLE,
                        Subject.Promise.CODE,
                        "",
                        Languages.PLAIN_TEXT,
                        language("go")),
                Check.Kind.LANGUAGE);
        assertThat(found.findings())
                .extracting(Finding::message)
                .containsExactly("The code is labelled Java; Go was asked for.");
    }

    @Test
    void anAnswerThatWasCutOffIsNotWhole() throws InterruptedException {
        var cut = new Subject(
                "```python\ndef read(path):\n    with open(path",
                Subject.End.CUT_OFF,
                Subject.Promise.CODE,
                "",
                Languages.PLAIN_TEXT,
                language("python"));
        var verdict = new AnswerCheck(CheckTools.none()).check(cut);
        assertThat(verdict.of(Check.Kind.FENCE).orElseThrow().status()).isEqualTo(Check.Status.FAILED);
        assertThat(verdict.of(Check.Kind.WHOLE).orElseThrow().status()).isEqualTo(Check.Status.FAILED);
    }

    @Test
    void aFunctionThatLostItsBodyIsTold() throws InterruptedException {
        var found = check(
                reworked("python", INPUT, INPUT.replaceAll("(?s)    words = .*", "    pass\n")),
                Check.Kind.NOTHING_DROPPED);
        assertThat(found.findings())
                .extracting(Finding::sentence)
                .containsExactly("line 5: count_words has lost its body");
    }
}
