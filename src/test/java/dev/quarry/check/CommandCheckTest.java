package dev.quarry.check;

import static dev.quarry.check.Answers.generated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.check.tool.SearchPath;
import dev.quarry.check.tool.ToolCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the compilers are shell scripts")
class CommandCheckTest {

    @TempDir
    Path folder;

    private Check by(String language, String script, String code, Duration limit) throws Exception {
        if (!script.isEmpty()) {
            install("tool", script);
        }
        var tools = new CheckTools(
                Map.of(language, ToolCommand.parse("tool {file}")),
                new SearchPath(List.of(folder), List.of("")),
                System.getenv(),
                limit);
        return new AnswerCheck(tools)
                .check(generated(language, code))
                .of(Check.Kind.COMPILES)
                .orElseThrow();
    }

    private Path install(String name, String script) throws IOException {
        var file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }

    private Check by(String language, String script, String code) throws Exception {
        return by(language, script, code, Duration.ofSeconds(30));
    }

    @Test
    void aToolThatIsContentPassesTheAnswer() throws Exception {
        assertThat(by("python", "exit 0", "a = 1").status()).isEqualTo(Check.Status.PASSED);
    }

    @Test
    void aToolThatIsNotThereChecksNothing() throws Exception {
        var check = by("python", "", "a = 1");
        assertThat(check.status()).isEqualTo(Check.Status.NOT_CHECKED);
        assertThat(check.notChecked()).contains("tool was not found");
    }

    @Test
    void aToolThatHangsChecksNothing() throws Exception {
        var check = by("python", "sleep 300", "a = 1", Duration.ofSeconds(1));
        assertThat(check.status()).isEqualTo(Check.Status.NOT_CHECKED);
        assertThat(check.notChecked()).contains("longer than 1 s");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "python|  File \"answer.py\", line 3\\n    def f(:\\n          ^\\nSyntaxError: invalid syntax|3|invalid syntax",
                "javascript|/tmp/x/answer.js:2\\nlet a = ;\\n        ^\\n\\nSyntaxError: Unexpected token|2|Unexpected token",
                "go|<standard input>:4:7: expected operand|4|expected operand",
                "rust|answer.rs:3:5: error[E0308]: mismatched types|3|mismatched types",
                "bash|answer.sh: line 3: syntax error near unexpected token|3|syntax error near unexpected token",
                "php|PHP Parse error:  syntax error, unexpected end of file in answer.php on line 5|5|syntax error",
                "ruby|answer.rb:2: syntax error, unexpected end|2|syntax error",
                "typescript|answer.ts(3,7): error TS1005: expected|3|TS1005"
            })
    void whatAToolSaysIsReadWithItsLine(String language, String output, int line, String message) throws Exception {
        var file = Files.writeString(folder.resolve("said"), output.replace("\\n", "\n"));
        var check = by(language, "cat " + file + " >&2; exit 1", "x");
        assertThat(check.status()).as(check.toString()).isEqualTo(Check.Status.FAILED);
        assertThat(check.findings().getFirst().line()).as(check.toString()).isEqualTo(line);
        assertThat(check.findings().getFirst().message()).contains(message);
    }

    @Test
    void aMegabyteOfErrorsIsCutToAFew() throws Exception {
        var check = by(
                "python",
                "i=0; while [ $i -lt 9000 ]; do echo \"answer.py:$i: error: something that takes some room on its line\"; i=$((i+1)); done; head -c 1000000 /dev/zero; exit 1",
                "a");
        assertThat(check.findings()).hasSize(Check.MOST_FINDINGS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "answer.rs:1:5: error[E0432]: unresolved import `serde`",
                "answer.rs:1:5: error: cannot find macro `json` in this scope",
                "answer.c:1:10: fatal error: curl/curl.h: No such file or directory",
                "answer.ts(1,8): error TS2307: Cannot find module 'react'"
            })
    void whatIsMissingOutsideOfTheAnswerIsNoError(String said) throws Exception {
        var check = by("rust", "echo '" + said.replace("'", "'\\''") + "'; exit 1", "use a::b;");
        assertThat(check.status()).as(check.toString()).isEqualTo(Check.Status.NOT_CHECKED);
        assertThat(check.notChecked()).startsWith("It depends on what is not here");
    }

    @Test
    void theDefaultsAreThoseThatAreInstalled() throws Exception {
        install("gofmt", "exit 0");
        var found = DefaultTools.found(new SearchPath(List.of(folder), List.of("")));
        assertThat(found).containsOnlyKeys("go");
        assertThat(CheckTools.of(
                                Map.of("go", "", "ruby", "ruby -wc {file}"),
                                Map.of("PATH", folder.toString()),
                                Duration.ofSeconds(1))
                        .commands())
                .containsOnlyKeys("ruby");
    }
}
