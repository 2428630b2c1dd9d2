package dev.quarry.language;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Text as it came from a file or stream, with what is needed to write it back the same way. UTF-8, or what a byte
/// order mark says.
///
/// @param text without the byte order mark, line endings as they were
public record SourceText(String text, Charset charset, boolean byteOrderMark) {

    /// The largest file that is taken: far more than a model takes, and far less than would stall an editor.
    public static final int MAX_BYTES = 2 * 1024 * 1024;

    /// Reads a file. Blocks the caller.
    ///
    /// @throws SourceTextException when there is no such file, or it cannot be read, is too large, or is not text
    public static SourceText read(Path file) throws SourceTextException {
        if (Files.isDirectory(file)) {
            throw new SourceTextException(file + " is a folder: name the files in it.");
        }
        try (var in = Files.newInputStream(file)) {
            return decode(limited(in, file.toString()), file.toString());
        } catch (NoSuchFileException e) {
            throw new SourceTextException("There is no file " + file + ": check the name.");
        } catch (AccessDeniedException e) {
            throw new SourceTextException(file + " may not be read: check its permissions.");
        } catch (IOException e) {
            throw new SourceTextException(unread(file.toString(), e));
        }
    }

    /// Reads a stream to its end. Blocks the caller; does not close the stream.
    ///
    /// @param name what to call it in a sentence, such as `The input`
    /// @throws SourceTextException when it cannot be read, is too large, or is not text
    public static SourceText read(InputStream in, String name) throws SourceTextException {
        try {
            return decode(limited(in, name), name);
        } catch (IOException e) {
            throw new SourceTextException(unread(name, e));
        }
    }

    private static String unread(String name, IOException e) {
        return name + " could not be read" + (e.getMessage() == null ? "." : " (" + e.getMessage() + ").");
    }

    private static byte[] limited(InputStream in, String name) throws IOException, SourceTextException {
        var bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new SourceTextException(name + " is larger than the limit of 2 MB: run a part of it.");
        }
        return bytes;
    }

    private static SourceText decode(byte[] bytes, String name) throws SourceTextException {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return decode(bytes, 3, StandardCharsets.UTF_8, name);
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return decode(bytes, 2, StandardCharsets.UTF_16LE, name);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return decode(bytes, 2, StandardCharsets.UTF_16BE, name);
        }
        return decode(bytes, 0, StandardCharsets.UTF_8, name);
    }

    private static SourceText decode(byte[] bytes, int mark, Charset charset, String name) throws SourceTextException {
        var in = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
        var out = CharBuffer.allocate(bytes.length);
        var result = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        var text = out.flip().toString();
        if (text.indexOf('\0') >= 0) {
            throw new SourceTextException(name + " is not text but binary data: choose a source file.");
        }
        if (result.isError()) {
            throw new SourceTextException(name + " is not " + charset + " text (byte " + (in.position() + 1)
                    + " does not belong there): save it as UTF-8 first.");
        }
        return new SourceText(text, charset, mark > 0);
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (var i = 0; i < mark.length; i++) {
            if (bytes.length <= i || Byte.toUnsignedInt(bytes[i]) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
