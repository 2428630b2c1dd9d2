package dev.quarry.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The application with its window in a process of its own, on JavaFX's headless platform.
///
/// @param home where its settings, data and output go
record WindowProcess(Path home) {

    /// @param jvm further arguments for the JVM
    Process start(List<String> jvm, String... mainAndArguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Dquarry.config.dir=" + home.resolve("config"),
                "-Dquarry.data.dir=" + home.resolve("data"),
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(jvm);
        command.addAll(List.of(mainAndArguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output().toFile());
        builder.environment().put("DISPLAY", ":none"); // asked for by the start, used by nobody
        builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
        return builder.start();
    }

    Path output() {
        return home.resolve("output");
    }

    Path startMark() {
        return home.resolve("data/window-is-starting");
    }

    /// What it printed, once it has ended by itself.
    List<String> lines(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(100, TimeUnit.SECONDS)) {
            throw new IOException("the window did not close: " + text());
        }
        return text().lines().toList();
    }

    private String text() throws IOException {
        return Files.readString(output(), StandardCharsets.UTF_8);
    }
}
