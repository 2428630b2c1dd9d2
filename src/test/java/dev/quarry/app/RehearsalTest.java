package dev.quarry.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The sitting that plays by itself, as a process without a screen: what a cache is made from has to get to its end.
@Tag("slow")
@Timeout(180)
class RehearsalTest {

    @TempDir
    Path folder;

    @Test
    void getsToItsEndAndTouchesNothingOfTheUsers() throws Exception {
        var config = folder.resolve("config");
        var temporary = Files.createDirectories(folder.resolve("temporary"));
        var process = rehearse(
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Djava.io.tmpdir=" + temporary,
                "-Dquarry.config.dir=" + config);
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(150, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(config).doesNotExist();
        try (var left = Files.list(temporary)) {
            assertThat(left.filter(f -> f.getFileName().toString().startsWith("quarry-rehearsal")))
                    .isEmpty();
        }
    }

    private static Process rehearse(String... options) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "rehearse"));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
