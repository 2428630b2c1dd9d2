package dev.quarry.diff.file;

import dev.quarry.diff.LineText;
import dev.quarry.diff.file.TextFileException.Reason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A file as it was read.
///
/// @param path as it was asked for; may be a symbolic link
/// @param text all of it, line endings as they are
/// @param hash SHA-256 of its bytes, to tell whether it changed since
/// @param writable whether it could be written to at that time
public record TextFile(Path path, TextEncoding encoding, LineText text, String hash, boolean writable) {
    private static final long MAX_BYTES = 64L << 20;

    /// Reads a file of up to 64 MB.
    public static TextFile read(Path path) throws TextFileException {
        return of(path, bytes(path));
    }

    /// The same file, to be written in another encoding.
    public TextFile in(TextEncoding other) {
        return new TextFile(path, other, text, hash, writable);
    }

    static TextFile of(Path path, byte[] bytes) throws TextFileException {
        try {
            var decoded = TextEncoding.decode(bytes);
            return new TextFile(
                    path,
                    decoded.encoding(),
                    LineText.of(decoded.text()),
                    ContentHash.of(bytes),
                    WriteAccess.isGranted(path));
        } catch (NotTextException e) {
            throw new TextFileException(
                    Reason.NOT_TEXT, path + " " + e.getMessage() + ". Only text can be compared.", e);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    static byte[] bytes(Path path) throws TextFileException {
        try {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                throw new TextFileException(Reason.NOT_A_FILE, path + " is not a file. Choose a text file.", null);
            }
            if (Files.size(path) > MAX_BYTES) {
                throw new TextFileException(
                        Reason.TOO_LARGE,
                        "%s is larger than %d MB. Compare a part of it.".formatted(path, MAX_BYTES >> 20),
                        null);
            }
            return Files.readAllBytes(path);
        } catch (TextFileException e) {
            throw e;
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static TextFileException unreadable(Path path, IOException cause) {
        return switch (cause) {
            case NoSuchFileException e ->
                new TextFileException(
                        Reason.NOT_FOUND, path + " does not exist. It may have been moved or deleted.", e);
            case AccessDeniedException e ->
                new TextFileException(
                        Reason.UNREADABLE, "You may not read " + path + ". Change its permissions to go on.", e);
            default -> new TextFileException(Reason.UNREADABLE, path + " cannot be read: " + cause.getMessage(), cause);
        };
    }
}
