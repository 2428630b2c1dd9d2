package dev.quarry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.bedrock.Script;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What a package installs beside the program: the manual page and the completion of a shell.
class ManualTest {
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]+");

    @TempDir
    Path folder;

    private CommandLineSession session;

    @BeforeEach
    void open() throws IOException {
        session = new CommandLineSession(folder, Script.nothing());
    }

    @AfterEach
    void close() {
        session.close();
    }

    private String printed(String... arguments) {
        assertThat(session.run(arguments)).isZero();
        return session.out();
    }

    @Test
    void theManualNamesEveryCommandAndOptionThatTheHelpNames() {
        var manual = printed("manual").replace("\\-", "-");
        assertThat(manual).startsWith(".TH QUARRY 1").doesNotContain("manual page");
        var options = OPTION.matcher(printed("run", "--help"));
        while (options.find()) {
            assertThat(manual).contains(options.group());
        }
        assertThat(manual).contains(".SS quarry run", ".SS quarry presets", ".SS quarry models", ".SS window [FILE]");
    }

    @Test
    void theManualIsFreeOfWhatManWouldTakeForARequest() {
        assertThat(printed("manual").lines())
                .allMatch(line ->
                        !line.startsWith("'") && (!line.startsWith(".") || line.matches("\\.[A-Z]{1,2}( .*)?|\\.br")));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void bashTakesTheCompletionAndOffersTheCommandsWithIt() throws Exception {
        var script = Files.writeString(folder.resolve("completion"), printed("completion"));
        var bash = new ProcessBuilder(
                        "bash",
                        "-c",
                        "source '" + script + "' && COMP_WORDS=(quarry pre) COMP_CWORD=1 && _complete_quarry"
                                + " && printf '%s\\n' \"${COMPREPLY[@]}\"")
                .redirectErrorStream(true)
                .start();
        var offered = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(offered).isZero();
        assertThat(offered.lines()).contains("presets");
    }
}
