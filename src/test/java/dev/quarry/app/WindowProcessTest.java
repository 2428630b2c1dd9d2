package dev.quarry.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The window in a process of its own: what is loaded for its first frame, crashes, memory that runs out.
@Tag("slow")
@Timeout(240)
class WindowProcessTest {

    /// What the first frame needs nothing of.
    private static final List<String> LATE = List.of(
            "software.amazon.awssdk.http.nio.",
            "io.netty.",
            "org.sqlite.",
            "io.github.treesitter.",
            "com.samskivert.",
            "org.yaml.",
            "com.fasterxml.jackson.dataformat.",
            "com.fasterxml.jackson.databind.ser.",
            "com.fasterxml.jackson.databind.deser.",
            "org.eclipse.jgit.",
            "org.xml.",
            "com.sun.org.apache.",
            "picocli.",
            "dev.quarry.language.syntax.Grammars",
            "dev.quarry.language.syntax.SyntaxDocument",
            "dev.quarry.preset.PresetFile",
            "dev.quarry.preset.PresetLibrary",
            "dev.quarry.preset.PromptTemplate",
            "dev.quarry.history.",
            "dev.quarry.ui.window.QuarryWindow",
            "com.fasterxml.jackson.core.JsonFactory",
            "org.kordamp.ikonli.feather.",
            "ch.qos.logback.");

    @TempDir
    Path home;

    private Process process;

    @AfterEach
    void end() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void theFirstFrameLoadsNothingThatItDoesNotNeed() throws Exception {
        var log = home.resolve("classes.log");
        var window = new WindowProcess(home);
        process = window.start(
                List.of("-Xlog:class+load:file=" + log + "::filecount=0"),
                WindowProbe.class.getName(),
                "classes",
                log.toString());
        var length = Long.parseLong(value(window.lines(process), "classes "));
        assertThat(length).isPositive();
        var loaded = Files.readString(log).substring(0, Math.toIntExact(length)).lines();
        var names = loaded.map(line -> line.replaceFirst("^(\\[[^]]*])+ ", "")).toList();
        assertThat(names).anyMatch(name -> name.startsWith("dev.quarry.ui.window.WindowShell"));
        assertThat(names.stream().filter(name -> LATE.stream().anyMatch(name::startsWith)))
                .isEmpty();
    }

    @Test
    void afterAStartThatWasKilledTheNextReadsNothingAndTheOneAfterAllAgain() throws Exception {
        var window = new WindowProcess(home);
        var settings = Files.createDirectories(home.resolve("config")).resolve("settings.json");
        Files.writeString(settings, "{\"theme\": \"dark\"}");
        var preset = Files.createDirectories(home.resolve("config/presets")).resolve("mine.md");
        Files.writeString(preset, "---\nname: Mine\n---\n# User\n{{{code}}}\n");

        process = window.start(List.of(), Main.class.getName());
        awaitMark(window);
        process.destroyForcibly().waitFor();

        var safe = look(window);
        assertThat(value(safe, "banner "))
                .contains(
                        "did not get through its last start",
                        home.resolve("config").toString());
        assertThat(value(safe, "stylesheets ")).endsWith("light.css");
        assertThat(value(safe, "tasks ")).doesNotContain("Mine").contains("Translate");
        assertThat(settings).hasContent("{\"theme\": \"dark\"}");

        var ordinary = look(window);
        assertThat(value(ordinary, "banner ")).isEmpty();
        assertThat(value(ordinary, "stylesheets ")).endsWith("dark.css");
        assertThat(value(ordinary, "tasks ")).contains("Mine");
    }

    @Test
    void aStartThatFailsBehindTheFirstFrameIsToldAndTheNextOneReadsNothing() throws Exception {
        var window = new WindowProcess(home);
        process = window.start(List.of(), WindowProbe.class.getName(), "failure", home.toString());
        assertThat(value(window.lines(process), "dialog ")).contains("IllegalStateException", "WindowProbe");
        assertThat(process.exitValue()).isEqualTo(4);
        assertThat(value(look(window), "banner ")).contains("did not get through its last start");
    }

    @Test
    void aWindowWhoseMemoryRunsOutOverAFileSaysSoAndGoesOn() throws Exception {
        var file = Files.writeString(home.resolve("Large.java"), "\n".repeat(2_000_000));
        var window = new WindowProcess(home);
        process = window.start(List.of("-Xmx112m"), MemoryProbe.class.getName(), file.toString());
        var lines = window.lines(process);
        assertThat(value(lines, "told: ")).containsAnyOf("What it was at was dropped", "does not fit into the memory");
        assertThat(lines).contains("input: typed after");
        assertThat(process.exitValue()).isZero();
    }

    private List<String> look(WindowProcess window) throws IOException, InterruptedException {
        process = window.start(List.of(), WindowProbe.class.getName(), "safe-mode", home.toString());
        return window.lines(process);
    }

    private void awaitMark(WindowProcess window) {
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!Files.exists(window.startMark())) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static String value(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + "is not among "
                        + Stream.of(lines).flatMap(List::stream).toList()));
    }
}
