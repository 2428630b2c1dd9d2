package dev.quarry.diff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipFile;

/// Real Java code, the sources of the running JDK, and a copy of it with a share of the lines changed: of the
/// changes 60 % replace a word, 20 % insert a line, 20 % delete one.
///
/// @param left the code as it is
/// @param right the changed copy
public record MutatedSource(String left, String right) {

    public static MutatedSource of(int lines, double changedShare, long seed) {
        var source = read(lines);
        var random = new Random(seed);
        var changed = new ArrayList<String>();
        for (var line : source) {
            if (random.nextDouble() >= changedShare) {
                changed.add(line);
                continue;
            }
            var kind = random.nextDouble();
            if (kind < 0.6) {
                var word = "word" + random.nextInt(50);
                changed.add(line.matches(".*\\w.*") ? line.replaceFirst("\\w+", word) : line + " // " + word);
            } else if (kind < 0.8) {
                changed.add(line);
                changed.add(source.get(random.nextInt(source.size())));
            }
        }
        return new MutatedSource(String.join("\n", source) + "\n", String.join("\n", changed) + "\n");
    }

    private static List<String> read(int lines) {
        var result = new ArrayList<String>();
        var archive = Path.of(System.getProperty("java.home"), "lib", "src.zip");
        try (var zip = new ZipFile(archive.toFile())) {
            var entries = zip.stream()
                    .filter(e -> e.getName().matches("java.base/java/util/[A-Z]\\w+\\.java"))
                    .sorted((a, b) -> a.getName().compareTo(b.getName()))
                    .iterator();
            while (result.size() < lines && entries.hasNext()) {
                try (var stream = zip.getInputStream(entries.next())) {
                    new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .forEach(result::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The bench needs the sources of the JDK at " + archive, e);
        }
        if (result.size() < lines) {
            throw new IllegalStateException("Only " + result.size() + " lines of source in " + archive);
        }
        return result.subList(0, lines);
    }
}
