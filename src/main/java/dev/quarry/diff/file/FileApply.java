package dev.quarry.diff.file;

import dev.quarry.diff.LineText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/// Writes a reviewed text back to the file it came from: atomically, in the file's encoding, with its owner,
/// group and permissions, through symbolic links, and with the former content in a backup. Refuses when the
/// file is not what was read any more. Another hard link to the file keeps the former content. Blocks; may be
/// used from any thread.
public final class FileApply {
    private final Backups backups;

    /// Keeps what files were in a folder of its own.
    ///
    /// @param backups that folder; made when it is needed, the last 200 former contents stay in it
    public FileApply(Path backups) {
        this.backups = new Backups(backups);
    }

    /// Writes `result`, its line endings as they are, over the file as it was read.
    public ApplyOutcome apply(TextFile read, LineText result) {
        try {
            var bytes = read.encoding().encode(result.text());
            var next = new TextFile(read.path(), read.encoding(), result, ContentHash.of(bytes), read.writable());
            return write(read, next, bytes);
        } catch (CharacterCodingException _) {
            return notEncodable(read.encoding(), result);
        }
    }

    private static ApplyOutcome notEncodable(TextEncoding encoding, LineText text) {
        for (var i = 0; i < text.size(); i++) {
            for (var codePoint : text.line(i).codePoints().toArray()) {
                if (!encoding.canEncode(Character.toString(codePoint))) {
                    return new ApplyOutcome.NotEncodable(encoding, codePoint, i + 1);
                }
            }
        }
        throw new IllegalStateException("every character can be written in " + encoding);
    }

    /// Brings back what the file was. That is a change like any other: it has its own backup, can be undone,
    /// and is refused if the file was changed since.
    public ApplyOutcome undo(ApplyOutcome.Applied applied) {
        var backup = applied.backup();
        try {
            var former = Files.readAllBytes(backup);
            if (!ContentHash.of(former).equals(applied.before().hash())) {
                throw new IOException("its content is not what was backed up");
            }
            return write(applied.now(), applied.before(), former);
        } catch (NoSuchFileException e) {
            return new ApplyOutcome.Failed("The backup " + backup + " is gone, so nothing was undone.", e);
        } catch (IOException e) {
            return new ApplyOutcome.Failed(
                    "The backup %s cannot be used: %s. Nothing was undone.".formatted(backup, e.getMessage()), e);
        }
    }

    private ApplyOutcome write(TextFile read, TextFile next, byte[] bytes) {
        var path = read.path();
        try {
            var target = path.toRealPath();
            var current = TextFile.bytes(target);
            if (!ContentHash.of(current).equals(read.hash())) {
                return new ApplyOutcome.ChangedMeanwhile(TextFile.of(path, current));
            }
            if (next.hash().equals(read.hash())) {
                return new ApplyOutcome.Unchanged(read);
            }
            if (!WriteAccess.isGranted(target)) {
                return new ApplyOutcome.ReadOnly(path);
            }
            var backup = backups.keep(target, current);
            return replace(read, target, bytes)
                    ? new ApplyOutcome.Applied(next, read, backup)
                    : new ApplyOutcome.ChangedMeanwhile(TextFile.read(path));
        } catch (NoSuchFileException _) {
            return new ApplyOutcome.Gone(path);
        } catch (FolderReadOnlyException e) {
            return new ApplyOutcome.ReadOnly(e.folder);
        } catch (TextFileException e) {
            return new ApplyOutcome.Failed("Nothing was written. " + e.getMessage(), e);
        } catch (IOException e) {
            return new ApplyOutcome.Failed("%s was not written: %s.".formatted(path, e.getMessage()), e);
        }
    }

    private static boolean replace(TextFile read, Path target, byte[] bytes) throws IOException {
        try {
            return AtomicFile.replace(
                    target, bytes, () -> ContentHash.of(TextFile.bytes(target)).equals(read.hash()));
        } catch (AccessDeniedException e) {
            throw new FolderReadOnlyException(Objects.requireNonNull(target.getParent(), "a file is in a folder"), e);
        }
    }

    /// A file is replaced by another in its folder, which has to be writable for that.
    private static final class FolderReadOnlyException extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient Path folder;

        FolderReadOnlyException(Path folder, AccessDeniedException cause) {
            super(cause);
            this.folder = folder;
        }
    }
}
