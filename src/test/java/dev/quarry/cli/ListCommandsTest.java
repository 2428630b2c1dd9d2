package dev.quarry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarry.bedrock.Script;
import dev.quarry.model.ModelEntry;
import dev.quarry.model.ModelEntry.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    void modelsAreListedAsTheServiceSaysAndLegacyOnesAreMarked() {
        session.environment.put("QUARRY_MODEL", "my.model");
        session.known.models.put(
                "",
                List.of(
                        new ModelEntry("old.one", "One", "Old", Kind.ON_DEMAND, "old.one", true, null, List.of()),
                        new ModelEntry("eu.new", "New", "Now", Kind.PROFILE, "now.new", false, null, List.of())));
        assertThat(session.run("models")).isZero();
        assertThat(session.out()).isEqualTo("""
                        eu.new  (New, Now, inference profile)
                        old.one  (One, Old, LEGACY)
                        """);
        assertThat(session.err()).contains("2 of 2 models", "Used where a preset names none: my.model (QUARRY_MODEL)");
    }

    @Test
    void aKeptListIsShownWithItsReasonWhenListingIsDeniedAndIsFiltered() {
        session.known.models.put(
                "",
                List.of(
                        new ModelEntry("a.one", "One", "A", Kind.ON_DEMAND, "a.one", false, null, List.of()),
                        new ModelEntry("b.two", "Two", "B", Kind.ON_DEMAND, "b.two", false, null, List.of())));
        session.run("models");
        session.known.models.clear();
        assertThat(session.run("models", "TWO", "--format", "json")).isZero();
        assertThat(session.out())
                .endsWith("\"models\":[{\"id\":\"b.two\",\"name\":\"Two\",\"provider\":\"B\","
                        + "\"kind\":\"model\",\"base\":\"b.two\",\"legacy\":false}]}\n");
        assertThat(session.err()).contains("They need the permission bedrock:ListFoundationModels.", "1 of 2 models");
    }

    @Test
    void withoutAnyListTheCommandFailsAndSaysWhatStillGoes() {
        assertThat(session.run("models")).isEqualTo(4);
        assertThat(session.out()).isEmpty();
        assertThat(session.err()).contains("Failed: They need the permission", "may still be named with --model");
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
