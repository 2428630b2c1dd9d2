package dev.quarry.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A file that is there while a window starts. One that a process left behind tells the next that its start did not
/// succeed. May be used from any thread.
public final class StartMark {
    private final Path file;
    private final boolean afterCrash;

    private StartMark(Path file, boolean afterCrash) {
        this.file = file;
        this.afterCrash = afterCrash;
    }

    /// Says that this process starts a window. Blocks for a moment. Where the mark cannot be written the start goes on
    /// without it.
    ///
    /// @param folder where the mark lies; made if need be
    public static StartMark begin(Path folder) {
        var file = folder.resolve("window-is-starting");
        var afterCrash = isLeftBehind(file);
        try {
            Files.createDirectories(folder);
            var self = ProcessHandle.current();
            Files.writeString(file, self.pid() + " " + startOf(self).orElse(Instant.EPOCH), StandardCharsets.UTF_8);
        } catch (IOException e) {
            log().warn(
                            "a start that fails will not be noticed: {}",
                            e.getClass().getName());
        }
        return new StartMark(file, afterCrash);
    }

    /// Whether the start before this one did not succeed.
    public boolean afterCrash() {
        return afterCrash;
    }

    /// Says that the window is there and works.
    public void succeeded() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log().warn(
                            "the next start will take this one for failed: {}",
                            e.getClass().getName());
        }
    }

    /// Two windows may be started at the same moment: the mark of a process that lives tells of no crash.
    private static boolean isLeftBehind(Path file) {
        try {
            var words = Files.readString(file, StandardCharsets.UTF_8).strip().split(" ", 2);
            var process = ProcessHandle.of(Long.parseLong(words[0]));
            var lives = process.isPresent()
                    && words.length == 2
                    && startOf(process.get()).map(Instant::toString).orElse("").equals(words[1]);
            return !lives;
        } catch (IOException | NumberFormatException e) {
            // No mark is the rule. One that cannot be read was cut short by a crash.
            return Files.exists(file);
        }
    }

    private static Optional<Instant> startOf(ProcessHandle process) {
        return process.info().startInstant();
    }

    /// Made when there is something to say: a start without it needs no log.
    private static Logger log() {
        return LoggerFactory.getLogger(StartMark.class);
    }
}
