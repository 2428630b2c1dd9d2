package dev.quarry.diff.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// Whether a file is meant to be written to.
final class WriteAccess {
    private static final Set<PosixFilePermission> WRITE_BITS = EnumSet.of(
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private WriteAccess() {}

    /// Asks the system, and the permissions too: to an administrator the system says that every file can be
    /// written to, also one that somebody marked as read-only.
    static boolean isGranted(Path file) throws IOException {
        if (!Files.isWritable(file)) {
            return false;
        }
        var posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return posix == null || !Collections.disjoint(posix.readAttributes().permissions(), WRITE_BITS);
    }
}
