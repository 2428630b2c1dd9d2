package dev.quarry.preset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Writes files so that whoever reads them meanwhile, or after a crash, finds the old content or the new one, whole.
final class WholeFile {

    private WholeFile() {}

    /// Makes the folder where it is missing. A link is replaced, not followed. Blocks the caller.
    ///
    /// @throws IOException when it could not be written; what was there before is still there
    static void write(Path file, byte[] content) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("not a file: " + file);
        }
        Files.createDirectories(folder);
        var staged = Files.createTempFile(folder, ".saving-", ".tmp");
        try {
            try (var channel = FileChannel.open(staged, StandardOpenOption.WRITE)) {
                var left = ByteBuffer.wrap(content);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
            try {
                Files.move(staged, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(staged, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(staged);
        }
    }
}
