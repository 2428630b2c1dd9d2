package dev.quarry.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Replaces a file so that whoever reads it, at whatever moment, finds the old content or the new, whole.
final class AtomicFile {

    private AtomicFile() {}

    /// Replaces the content of the file, or makes it. Folders that are missing are made; where the platform knows
    /// POSIX permissions, file and new folders belong to the user alone.
    static void write(Path file, byte[] content) throws IOException {
        var staged = stage(file, content);
        try {
            Files.move(staged, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            // Some network folders: a short moment without the file is better than settings that cannot be kept.
            Files.move(staged, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(staged);
        }
        syncFolder(file);
    }

    /// Writes the content beside the file and waits until the disk has it. The file itself is untouched.
    static Path stage(Path file, byte[] content) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("not a file: " + file);
        }
        Files.createDirectories(folder, ofUserOnly(folder, "rwx------"));
        // Made for the user alone by createTempFile, where permissions are POSIX.
        var staged = Files.createTempFile(folder, file.getFileName() + ".", ".new");
        try (var channel = FileChannel.open(staged, StandardOpenOption.WRITE)) {
            var rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(staged);
            throw e;
        }
        return staged;
    }

    /// Without it a power cut may bring back the old name. Windows has no such call, and journals names anyway.
    private static void syncFolder(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder != null && isPosix(folder)) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] ofUserOnly(Path path, String permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
