package dev.quarry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.bedrock.Script;
import dev.quarry.secret.Placeholders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetsCommandTest {
    private static final String TESTED = """
            ---
            name: Tested
            output: code
            examples:
              - name: one
                language: python
                input: a = 1
                expect:
                  - contains: b
                  - parses
                  - matches: "^b = \\\\d$"
            ---
            # User
            {{{code}}}
            """;

    @TempDir
    Path folder;

    private CommandLineSession session(Script... scripts) throws IOException {
        return new CommandLineSession(folder, scripts);
    }

    private static Script answering(String text) {
        return Script.stream().text(text).whole();
    }

    private Path tested() throws IOException {
        return Files.writeString(folder.resolve("presets/tested.md"), TESTED);
    }

    @Test
    void listIsWhatPresetsAlonePrints() throws IOException {
        try (var session = session()) {
            assertThat(session.run("presets")).isZero();
            var alone = session.out();
            session.run("presets", "list");
            assertThat(session.out()).isEqualTo(alone + alone);
        }
    }

    @Test
    void aPresetIsShownAsItsFile() throws IOException {
        try (var session = session()) {
            var file = tested();
            assertThat(session.run("presets", "show", "tested")).isZero();
            assertThat(session.out()).isEqualTo(TESTED);
            assertThat(session.err()).isEqualToIgnoringNewLines(file.toString());
            assertThat(session.run("presets", "show", "write-tests")).isZero();
            assertThat(session.out()).contains("name: Write tests");
            assertThat(session.run("presets", "show", "nothing")).isEqualTo(2);
        }
    }

    @Test
    void checkTellsFileLineAndReasonForABuildServer() throws IOException {
        try (var session = session()) {
            assertThat(session.run("presets", "check")).isZero();
            assertThat(session.out()).isEmpty();
            assertThat(session.err()).contains("3 files checked, no problem.");
            var broken = Files.writeString(
                    folder.resolve("presets/broken.md"), "---\nname: X\noutput: nothing\n---\n# User\nx\n");
            var good = tested();
            assertThat(session.run("presets", "check")).isEqualTo(4);
            assertThat(session.out()).isEqualTo(broken + ":3: 'output' must be one of: code, markdown, findings.\n");
            assertThat(session.run("presets", "check", good.toString())).isZero();
            assertThat(session.run("presets", "check", good.toString(), broken.toString()))
                    .isEqualTo(4);
            assertThat(session.run("presets", "check", folder.resolve("none").toString()))
                    .isEqualTo(2);
        }
    }

    @Test
    void aNewPresetIsMadeInTheOwnFolderAndIsValid() throws IOException {
        try (var session = session()) {
            assertThat(session.run("presets", "new", "Add logging")).isZero();
            assertThat(session.out()).isEqualTo(folder.resolve("presets/add-logging.md") + "\n");
            assertThat(session.run(
                            "presets",
                            "check",
                            folder.resolve("presets/add-logging.md").toString()))
                    .isZero();
            assertThat(session.run("presets", "new", "add LOGGING")).isEqualTo(2);
            assertThat(session.run("presets", "new", "Mine", "--from", "translate"))
                    .isZero();
            assertThat(folder.resolve("presets/mine.md")).content().contains("{{target}}");
        }
    }

    @Test
    void thePathOfAPresetAndOfTheFoldersIsPrinted() throws IOException {
        try (var session = session()) {
            session.run("presets", "path");
            session.run("presets", "path", "echo");
            assertThat(session.out())
                    .isEqualTo(folder.resolve("presets") + "\n" + folder.resolve("presets/echo.md") + "\n");
            assertThat(session.run("presets", "path", "translate")).isEqualTo(2);
            assertThat(session.err()).contains("built in");
        }
    }

    @Test
    void promptsOfOtherToolsAreImportedUnderAFreeName() throws IOException {
        try (var session = session()) {
            var foreign = Files.writeString(folder.resolve("Echo.prompt.md"), "Say ${input:what} on ${selection}");
            assertThat(session.run("presets", "import", foreign.toString())).isZero();
            assertThat(folder.resolve("presets/echo-2.md")).content().contains("name: Echo 2", "{{what}}");
            assertThat(session.run(
                            "presets", "import", folder.resolve("none.yaml").toString()))
                    .isEqualTo(4);
        }
    }

    @Test
    void examplesAreRunAndJudged() throws IOException {
        try (var session = session(answering("```python\nb = 2\n```"), answering("```python\nb = (\n```"))) {
            tested();
            assertThat(session.run("presets", "test", "tested", "--model", "good.model", "--model", "bad.model"))
                    .isEqualTo(4);
            assertThat(session.models()).containsExactly("good.model", "bad.model");
            assertThat(session.out().lines().toList())
                    .satisfiesExactly(
                            row -> assertThat(row)
                                    .startsWith("pass  tested  one  good.model  ")
                                    .endsWith(" s"),
                            row -> assertThat(row).startsWith("FAIL  tested  one  bad.model  "),
                            row -> assertThat(row).startsWith("    parses: Line 1 of its code: "),
                            row -> assertThat(row).startsWith("    matches ^b = \\d$: It does not match"));
            assertThat(session.err()).contains("1 of 2 passed.");
        }
    }

    @Test
    void anAnswerThatIsCutOffIsNotJudged() throws IOException {
        try (var session =
                session(Script.stream().text("```python\nb").stop("max_tokens").metadata(1, 1))) {
            tested();
            assertThat(session.run("presets", "test", "tested")).isEqualTo(3);
            assertThat(session.out()).contains("torn  tested", "CUT_OFF");
        }
    }

    @Test
    void aPresetWithoutExamplesIsWrongUsage() throws IOException {
        try (var session = session()) {
            assertThat(session.run("presets", "test", "echo")).isEqualTo(2);
            assertThat(session.run("presets", "test")).isEqualTo(2);
            assertThat(session.requests()).isEmpty();
        }
    }

    private static final String CREDENTIAL = "gh" + "p_" + "aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dF3hJ5";

    private void leaking() throws IOException {
        Files.writeString(
                folder.resolve("presets/leaking.md"),
                TESTED.replace("Tested", "Leaking")
                        .replace("a = 1", "a = '" + CREDENTIAL + "'")
                        .replace("- contains: b", "- contains: " + CREDENTIAL)
                        .replace("      - matches: \"^b = \\\\d$\"\n", ""));
    }

    @Test
    void aCredentialInAnExampleIsNotSentUnlessTheUserSaysSo() throws Exception {
        try (var session = session(answering("never asked for"))) {
            leaking();
            assertThat(session.run("presets", "test", "leaking")).isEqualTo(2);
            assertThat(session.requests()).isEmpty();
            assertThat(session.err())
                    .contains("there is a credential: GitHub token in example 'one' of Leaking, line 1", "--secrets")
                    .doesNotContain(CREDENTIAL.substring(4));
        }
    }

    @Test
    void aPlaceholderGoesOutForAnExampleAndItsAnswerIsJudgedWithTheCredential() throws Exception {
        try (var session = session(Script.stream()
                .text(asked -> "```python\nb = '" + Placeholders.firstIn(asked) + "'\n```")
                .whole())) {
            leaking();
            assertThat(session.run("presets", "test", "leaking", "--secrets", "placeholders"))
                    .as(session.err())
                    .isZero();
            assertThat(session.requests())
                    .singleElement()
                    .asString()
                    .contains("QUARRY_SECRET_")
                    .doesNotContain(CREDENTIAL);
            assertThat(session.out() + session.err()).doesNotContain(CREDENTIAL);
        }
    }

    @Test
    void aCredentialInTheTextOfAPresetIsFoundToo() throws Exception {
        try (var session = session(answering("never asked for"))) {
            Files.writeString(
                    folder.resolve("presets/leaking.md"),
                    TESTED.replace("# User", "# System\nUse the token " + CREDENTIAL + ".\n# User"));
            assertThat(session.run("presets", "test", "tested")).isEqualTo(2);
            assertThat(session.requests()).isEmpty();
            assertThat(session.err()).contains("GitHub token in a parameter or the preset");
        }
    }

    @Test
    void aCredentialInAnExampleIsSentAsItIsWhenTheUserSaysSo() throws Exception {
        try (var session = session(answering("```python\nb = 1\n```"))) {
            leaking();
            session.run("presets", "test", "leaking", "--secrets", "as-is");
            assertThat(session.requests()).singleElement().asString().contains(CREDENTIAL);
        }
    }
}
