package dev.quarry.diff.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;

/// What files were before something was written to them, in one folder, for the user's eyes only.
final class Backups {
    private static final int KEPT = 200;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS", Locale.ROOT);

    private final Path folder;

    Backups(Path folder) {
        this.folder = folder;
    }

    /// Keeps those bytes; the oldest backup goes once there are 200.
    Path keep(Path original, byte[] bytes) throws IOException {
        create();
        var time = LocalDateTime.now(ZoneId.systemDefault()).format(TIME);
        for (var attempt = 0; ; attempt++) {
            var backup = folder.resolve("%s-%03d-%s".formatted(time, attempt, original.getFileName()));
            try {
                Files.write(backup, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                prune();
                return backup;
            } catch (FileAlreadyExistsException e) {
                if (attempt == 999) {
                    throw e;
                }
            }
        }
    }

    private void create() throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    private void prune() throws IOException {
        try (var files = Files.list(folder)) {
            var newestFirst = files.sorted(
                            Comparator.comparing(Path::getFileName).reversed())
                    .toList();
            for (var old : newestFirst.subList(Math.min(KEPT, newestFirst.size()), newestFirst.size())) {
                Files.delete(old);
            }
        }
    }
}
