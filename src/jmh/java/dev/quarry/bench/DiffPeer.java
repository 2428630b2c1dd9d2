package dev.quarry.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Monaco's diff editor in headless Chromium, with the tools of [EditorPeers].
public final class DiffPeer {

    private DiffPeer() {}

    /// Opens the diff of two files several times in each of several new browsers. Blocks.
    ///
    /// @return for each browser what each opening took until the frame that shows what differs, milliseconds;
    ///     nothing where Chromium, Node.js or the packages are not to be had; the reason has then been printed
    public static Optional<List<List<Double>>> measure(Path before, Path after, int browsers, int openings)
            throws IOException, InterruptedException {
        var tools = EditorPeers.tools();
        if (tools.isEmpty()) {
            return Optional.empty();
        }
        var figures = EditorPeers.FOLDER.resolve("diffs.json");
        Files.deleteIfExists(figures);
        var log = EditorPeers.FOLDER.resolve("diffs.log");
        if (!EditorPeers.succeeds(
                log,
                EditorPeers.FOLDER,
                tools.get().node().toString(),
                "diffs.mjs",
                "--chromium",
                tools.get().chromium().toString(),
                "--browsers",
                Integer.toString(browsers),
                "--openings",
                Integer.toString(openings),
                before.toAbsolutePath().toString(),
                after.toAbsolutePath().toString(),
                figures.toAbsolutePath().toString())) {
            throw new IOException("Monaco's diff was not measured; " + log + " says why");
        }
        return Optional.of(JsonMapper.builder().build().readValue(figures.toFile(), new TypeReference<>() {}));
    }
}
