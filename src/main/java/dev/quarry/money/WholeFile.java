package dev.quarry.money;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Replaces a small file so that whoever reads it finds the old content or the new, whole.
final class WholeFile {

    private WholeFile() {}

    static void write(Path file, byte[] content) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("not a file: " + file);
        }
        Files.createDirectories(folder);
        var staged = Files.createTempFile(folder, file.getFileName() + ".", ".new");
        try {
            Files.write(staged, content);
            Files.move(staged, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(staged);
        }
    }
}
