package dev.quarry.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// The log of the application, in real files.
@Tag("slow")
class LogRotationTest {
    private static final long MEGABYTE = 1_048_576;

    @TempDir
    Path folder;

    @Test
    void aLogThatGrowsIsContinuedInANewFileAndKeptWithinBounds() throws Exception {
        var context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        LogFile.write(context, folder);
        var log = context.getLogger("dev.quarry.flood");
        try {
            var line = "x".repeat(8_000);
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> {
                // Up to the limit as fast as it goes, then a line now and then until the log notices.
                var full = size(folder.resolve("quarry.log")) > 5 * MEGABYTE;
                for (var i = 0; i < (full ? 1 : 50); i++) {
                    log.warn(line);
                }
                return files().size() == 6;
            });
            log.warn("the last line");
        } finally {
            context.stop();
        }
        assertThat(Files.readString(folder.resolve("quarry.log"))).contains("the last line");
        assertThat(files()).hasSize(6);
        assertThat(files().stream().mapToLong(LogRotationTest::size).sum()).isLessThan(60 * MEGABYTE);
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
