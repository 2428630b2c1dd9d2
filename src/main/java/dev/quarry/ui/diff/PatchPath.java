package dev.quarry.ui.diff;

import java.nio.file.Files;
import java.nio.file.Path;

/// How a patch names a file.
final class PatchPath {

    private PatchPath() {}

    /// The path from the top of the git working tree the file is in, else its name; with `/` between the names. Looks
    /// at the disk.
    static String of(Path file) {
        var absolute = file.toAbsolutePath().normalize();
        for (var folder = absolute.getParent(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return folder.relativize(absolute).toString().replace('\\', '/');
            }
        }
        return String.valueOf(absolute.getFileName());
    }
}
