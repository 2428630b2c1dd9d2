package dev.quarry.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.quarry.bedrock.FaultEndpoint;
import dev.quarry.bedrock.Script;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What only a process of its own shows: signals, exit codes, real standard streams.
@Tag("slow")
@Timeout(120)
class MainProcessTest {

    @TempDir
    Path folder;

    private Process process;

    @AfterEach
    void end() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void ctrlCCancelsTheRunKeepsTheTextAndExitsWith130() throws Exception {
        // A shell that runs the tests in the background has them ignore Ctrl-C, and their children with them.
        var heeding = List.of("env", "--default-signal=INT");
        assumeThat(supports(heeding)).isTrue();
        try (var endpoint =
                FaultEndpoint.answering(Script.stream().text("half an answer").hold())) {
            start(
                    heeding,
                    "run",
                    "explain",
                    input("class A {}"),
                    "--endpoint",
                    endpoint.uri().toString(),
                    "--region",
                    "us-east-1");
            var out = process.getInputStream();
            assertThat(out.readNBytes(14)).asString().isEqualTo("half an answer");
            signal("INT");
            assertThat(out.readAllBytes()).asString().isEqualTo("\n");
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(130);
            assertThat(err()).contains("Cancelled: the answer is not whole.");
            endpoint.awaitClientLeft();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutADisplayTheFirstSampleRunsInTheTerminal() throws Exception {
        start(List.of("env", "-u", "DISPLAY", "-u", "WAYLAND_DISPLAY"));
        assertThat(process.getInputStream().readNBytes(3)).asString().isEqualTo("```");
        assertThat(err().lines().limit(3))
                .containsExactly(
                        "There is no display (DISPLAY and WAYLAND_DISPLAY are not set), so the sample"
                                + " \"translate-python-go\" runs in the terminal.",
                        "Samples · no AWS account connected",
                        "Sample answer: no model was called");
    }

    @Test
    void withoutCredentialsCodeOfOnesOwnIsToldHowToConnect() throws Exception {
        start(List.of(), "run", "explain", input("class Mine {}"));
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(4);
        assertThat(process.getInputStream().readAllBytes()).isEmpty();
        assertThat(err()).contains("Samples · no AWS account connected", "Failed: No model is connected", "--profile");
    }

    @Test
    void settingsThatCannotBeUsedAreMovedAsideAndTold() throws Exception {
        var settings = Files.createDirectories(folder.resolve("config")).resolve("settings.json");
        Files.writeString(settings, "oops");
        start(List.of(), "presets");
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(err()).startsWith("quarry: The settings could not be used: line 1 is not JSON.");
        assertThat(settings).doesNotExist();
    }

    @Test
    void inputIsReadFromAPipeToItsEnd() throws Exception {
        start(List.of(), "run", "explain");
        try (var in = process.getOutputStream()) {
            in.write(" \n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(err()).isEqualToIgnoringNewLines("quarry: The input is empty: there is nothing to run on.");
    }

    private void start(List<String> by, String... arguments) throws IOException {
        var command = new ArrayList<>(by);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dquarry.config.dir=" + folder.resolve("config"),
                "-Dquarry.data.dir=" + folder.resolve("data"),
                "-cp",
                withoutToolkit(System.getProperty("java.class.path")),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        var builder =
                new ProcessBuilder(command).redirectError(folder.resolve("err").toFile());
        if (List.of(arguments).contains("--endpoint")) {
            builder.environment().put("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE");
            builder.environment().put("AWS_SECRET_ACCESS_KEY", "not-a-secret");
        }
        process = builder.start();
    }

    /// The command line, and the sample in place of a window, get by without JavaFX.
    private static String withoutToolkit(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator))
                .filter(p -> !Path.of(p).getFileName().toString().startsWith("javafx-"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private String input(String text) throws IOException {
        return Files.writeString(folder.resolve("Input.java"), text).toString();
    }

    private String err() throws IOException {
        return Files.readString(folder.resolve("err"));
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    private static boolean supports(List<String> command) throws IOException, InterruptedException {
        var trial = new ArrayList<>(command);
        trial.add("true");
        return new ProcessBuilder(trial).start().waitFor() == 0;
    }
}
