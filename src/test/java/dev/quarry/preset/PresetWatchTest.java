package dev.quarry.preset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresetWatchTest {
    private static final Duration POLL = Duration.ofMillis(50);

    @TempDir
    Path home;

    private final Semaphore told = new Semaphore(0);

    private PresetWatch watch(Path folder, boolean messages) {
        return PresetWatch.of(List.of(folder), POLL, told::release, messages);
    }

    /// Writes again and again until it is told: the watch may not have begun yet.
    private void untilTold(Path folder, String text) throws IOException, InterruptedException {
        for (var i = 0; i < 200; i++) {
            var next = Files.writeString(home.resolve("next"), text + "\n".repeat(i));
            Files.move(next, folder.resolve("a.md"), StandardCopyOption.REPLACE_EXISTING);
            if (told.tryAcquire(150, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        assertThat(told.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    }

    /// A folder that is listed while a file in it is replaced may come out without it, which is told again at the next
    /// look.
    private void untilQuiet() throws InterruptedException {
        var again = true;
        while (again) {
            again = told.tryAcquire(500, TimeUnit.MILLISECONDS);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFileThatIsReplacedIsTold(boolean messages) throws IOException, InterruptedException {
        var folder = Files.createDirectories(home.resolve("team"));
        Files.writeString(folder.resolve("a.md"), "x");
        try (var _ = watch(folder, messages)) {
            untilTold(folder, "y");
            untilQuiet();
            Files.delete(folder.resolve("a.md"));
            assertThat(told.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aFolderThatIsMadeLaterIsWatchedToo() throws IOException, InterruptedException {
        var folder = home.resolve("later");
        try (var _ = watch(folder, true)) {
            Files.createDirectories(folder);
            untilTold(folder, "y");
        }
    }

    @Test
    void manyFilesAtOnceAreToldAsFewChanges() throws IOException, InterruptedException {
        var folder = Files.createDirectories(home.resolve("team"));
        try (var _ = PresetWatch.of(List.of(folder), Duration.ofSeconds(30), told::release, true)) {
            untilTold(folder, "y");
            told.drainPermits();
            for (var i = 0; i < 200; i++) {
                Files.writeString(folder.resolve("p" + i + ".md"), "x");
            }
            assertThat(told.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
            assertThat(told.availablePermits()).isLessThan(10);
        }
    }
}
