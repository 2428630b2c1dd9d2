package dev.quarry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.bedrock.Script;
import dev.quarry.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands that only tell: presets, models, samples, help and version.
class ListCommandsTest {

    @TempDir
    Path folder;

    private CommandLineSession session;

    @BeforeEach
    void open() throws IOException {
        session = new CommandLineSession(folder, Script.nothing());
    }

    @AfterEach
    void close() {
        assertThat(session.requests()).isEmpty();
        session.close();
    }

    @Test
    void presetsAreListedWithTheirParametersAndWithTheBuiltInOnes() {
        assertThat(session.run("presets")).isZero();
        assertThat(session.out()).contains("""
                        choosy
                            Asks
                            -p target=language  Target language
                            -p mode=fast|slow  Mode (default: fast)
                            -p extra=text  Extra (optional)
                        """, "translate\n    ", "write-tests\n    ");
        assertThat(session.err()).isEmpty();
    }

    @Test
    void aBrokenPresetIsToldOnStandardErrorWithItsLine() throws IOException {
        var broken = Files.writeString(folder.resolve("presets/broken.md"), "---\nname: [oops\n---\n");
        assertThat(session.run("presets")).isZero();
        assertThat(session.err()).startsWith(broken + ":").hasLineCount(1);
        assertThat(session.out()).contains("echo\n").doesNotContain("oops");
        session.run("run", "brok");
        assertThat(session.err()).contains("There is no preset brok", "Some files could not be read");
    }

    @Test
    void modelsAreListedWithWhoNamesThem() {
        session.settings = Settings.DEFAULTS.withModel("kept.model");
        session.environment.put("QUARRY_MODEL", "my.model");
        assertThat(session.run("models")).isZero();
        assertThat(session.out()).isEqualTo("""
                        my.model  (used where a preset names none, QUARRY_MODEL)
                        kept.model  (settings)
                        qwen.qwen3-coder-30b-a3b-v1:0  (built-in default)
                        pinned.model  (preset choosy)
                        """);
    }

    @Test
    void aSampleIsListedWithACommandThatRunsIt() {
        assertThat(session.run("samples")).isZero();
        assertThat(session.out())
                .contains("hello-go\n    quarry samples hello-go | quarry run choosy --language java -p target=Go\n");
    }

    @Test
    void theInputOfASampleIsPrintedAsItIs() {
        assertThat(session.run("samples", "HELLO-go")).isZero();
        assertThat(session.out()).isEqualTo("class A {}");
        assertThat(session.err()).isEmpty();
    }

    @Test
    void helpListsTheCommandsAndEachHasItsOwn() {
        assertThat(session.run("--help")).isZero();
        assertThat(session.out()).contains("run", "presets", "models", "samples");
        assertThat(session.run("run", "--help")).isZero();
        assertThat(session.out())
                .contains(
                        "-p=NAME=VALUE",
                        "--language",
                        "--model",
                        "--temperature",
                        "--max-tokens",
                        "--profile",
                        "--region",
                        "--endpoint",
                        "--connection",
                        "--format",
                        "--code-only",
                        "130   cancelled");
        assertThat(session.err()).isEmpty();
    }

    @Test
    void theVersionIsOneLine() {
        assertThat(session.run("--version")).isZero();
        assertThat(session.out()).startsWith("quarry ").hasLineCount(1);
    }
}
