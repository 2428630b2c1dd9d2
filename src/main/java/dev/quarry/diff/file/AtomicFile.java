package dev.quarry.diff.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Objects;

/// Replaces a file's content so that after a crash there is the old or the new one, never a part: a temporary
/// file beside it is written, forced to the disk and renamed over it.
final class AtomicFile {

    private AtomicFile() {}

    /// Looks at the file once more, when all is ready.
    interface LastCheck {
        boolean passes() throws IOException;
    }

    /// Replaces the content of an existing file; permissions, owner and group stay.
    ///
    /// @return false when the check failed and nothing was done
    static boolean replace(Path file, byte[] bytes, LastCheck check) throws IOException {
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
        var temporary = Files.createTempFile(folder, "." + file.getFileName() + ".", ".tmp");
        try {
            try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            copyOwnership(file, temporary);
            if (!check.passes()) {
                return false;
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder(folder);
            return true;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void copyOwnership(Path from, Path to) throws IOException {
        var source = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        var target = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (source == null || target == null) {
            return;
        }
        var wanted = source.readAttributes();
        var given = target.readAttributes();
        if (!wanted.owner().equals(given.owner())) {
            target.setOwner(wanted.owner());
        }
        if (!wanted.group().equals(given.group())) {
            target.setGroup(wanted.group());
        }
        target.setPermissions(wanted.permissions());
    }

    /// Makes the rename last too. Only POSIX systems let a folder be opened for that.
    private static void forceFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
