package dev.quarry.diff.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.util.QuotedString;

/// A change of one file as a unified diff that `git apply` and `patch -p1` take. Works on bytes, because a
/// patch has to match the file byte for byte, whatever its encoding and line endings are; only LF ends a line
/// in a patch. Immutable.
public final class UnifiedPatch {
    private static final String NO_BLOB = "0000000";
    private static final int ABBREVIATED = 7;

    private final byte[] bytes;

    private UnifiedPatch(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Changes a file; empty when nothing changes.
    ///
    /// @param path from where the patch will be applied, names separated by `/`
    public static UnifiedPatch ofChange(String path, byte[] before, byte[] after) {
        if (Arrays.equals(before, after)) {
            return new UnifiedPatch(new byte[0]);
        }
        return write(path, "", side("a/", path), side("b/", path), before, after, blob(before), blob(after));
    }

    /// Adds a file, an empty one too.
    ///
    /// @param path from where the patch will be applied, names separated by `/`
    public static UnifiedPatch ofNewFile(String path, byte[] after) {
        return write(
                path,
                "new file mode 100644\n",
                "/dev/null",
                side("b/", path),
                new byte[0],
                after,
                NO_BLOB,
                blob(after));
    }

    /// Deletes a file.
    ///
    /// @param path from where the patch will be applied, names separated by `/`
    public static UnifiedPatch ofDeletion(String path, byte[] before) {
        return write(
                path,
                "deleted file mode 100644\n",
                side("a/", path),
                "/dev/null",
                before,
                new byte[0],
                blob(before),
                NO_BLOB);
    }

    private static UnifiedPatch write(
            String path,
            String mode,
            String from,
            String to,
            byte[] before,
            byte[] after,
            String blobBefore,
            String blobAfter) {
        requireRelative(path);
        var out = new ByteArrayOutputStream();
        var head = new StringBuilder("diff --git %s %s\n".formatted(inHeader("a/" + path), inHeader("b/" + path)))
                .append(mode)
                .append("index %s..%s\n".formatted(blobBefore, blobAfter));
        if (before.length + after.length > 0) {
            head.append("--- %s\n+++ %s\n".formatted(from, to));
        }
        out.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        writeHunks(out, new RawText(before), new RawText(after));
        return new UnifiedPatch(out.toByteArray());
    }

    private static void writeHunks(ByteArrayOutputStream out, RawText before, RawText after) {
        var histogram = new HistogramDiff();
        // Where lines repeat too often for the histogram, one large hunk is as good and takes no time.
        histogram.setFallbackAlgorithm(null);
        try (var formatter = new DiffFormatter(out)) {
            formatter.format(histogram.diff(RawTextComparator.DEFAULT, before, after), before, after);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
    }

    private static void requireRelative(String path) {
        if (path.isEmpty()
                || path.startsWith("/")
                || Arrays.asList(path.split("/", -1)).contains("..")) {
            throw new IllegalArgumentException("not a path below the folder a patch is applied in: " + path);
        }
    }

    /// A name with a blank ends in a tab, or `patch` would take what follows the blank for a date.
    private static String side(String prefix, String path) {
        var name = quoted(prefix + path);
        return name.startsWith("\"") || name.indexOf(' ') < 0 ? name : name + "\t";
    }

    /// For a change without a hunk `patch` reads the names here, and only up to a blank unless they are quoted.
    /// Git takes both.
    private static String inHeader(String name) {
        var quoted = quoted(name);
        return quoted.startsWith("\"") || name.indexOf(' ') < 0 ? quoted : '"' + name + '"';
    }

    private static String quoted(String name) {
        return QuotedString.GIT_PATH_MINIMAL.quote(name);
    }

    private static String blob(byte[] bytes) {
        try (var ids = new ObjectInserter.Formatter()) {
            return ids.idFor(Constants.OBJ_BLOB, bytes).abbreviate(ABBREVIATED).name();
        }
    }

    /// Whether nothing changes.
    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /// What to write to a file.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// What to put on the clipboard.
    ///
    /// @param charset of the patched file
    public String text(Charset charset) {
        return new String(bytes, charset);
    }
}
