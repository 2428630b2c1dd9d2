package dev.quarry.diff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;

/// Pairs of texts to compare: generated ones, small and nasty, and real ones, the sources of this project
/// against changed copies of themselves and against each other.
public final class TextPairs {
    private static final List<String> WORDS =
            List.of("", "a", "b", "  b", "}", "    }", "foo(a, b);", "if (x) {", "return foo;", "\t", "c ");

    private static final int REAL_SOURCES = 12;

    private TextPairs() {}

    /// Calls back with `count` generated pairs whose lines all end in LF, then with the real ones.
    public static void forEach(int count, BiConsumer<String, String> check) {
        forEachGenerated(count, List.of("\n"), check);
        forEachReal(check);
    }

    /// Pairs of lines from a small vocabulary, so that lines repeat; any of them may lack a final newline.
    public static void forEachGenerated(int count, List<String> endings, BiConsumer<String, String> check) {
        for (var seed = 0; seed < count; seed++) {
            var random = new Random(seed);
            var left = lines(random, random.nextInt(14));
            var right = random.nextInt(4) == 0 ? lines(random, random.nextInt(14)) : mutated(left, random, 0.3);
            check.accept(text(left, endings, random), text(right, endings, random));
        }
    }

    public static void forEachReal(BiConsumer<String, String> check) {
        var sources = sources();
        for (var i = 0; i < sources.size(); i++) {
            var random = new Random(i);
            var lines = sources.get(i).lines().toList();
            check.accept(sources.get(i), String.join("\n", mutated(lines, random, 0.1)) + "\n");
            check.accept(sources.get(i), sources.get((i + 1) % sources.size()));
        }
    }

    private static List<String> sources() {
        var folder = Path.of(System.getProperty("quarry.project.dir", "."), "src/main/java/dev/quarry/diff");
        try (var files = Files.walk(folder)) {
            var result = new ArrayList<String>();
            for (var file : files.filter(f -> f.toString().endsWith(".java"))
                    .sorted()
                    .limit(REAL_SOURCES)
                    .toList()) {
                result.add(Files.readString(file));
            }
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Random random, int count) {
        var result = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            result.add(WORDS.get(random.nextInt(WORDS.size())));
        }
        return result;
    }

    private static List<String> mutated(List<String> lines, Random random, double share) {
        var result = new ArrayList<String>();
        for (var line : lines) {
            if (random.nextDouble() >= share) {
                result.add(line);
                continue;
            }
            switch (random.nextInt(4)) {
                case 0 -> result.add(line + WORDS.get(random.nextInt(WORDS.size())));
                case 1 -> {
                    result.add(WORDS.get(random.nextInt(WORDS.size())));
                    result.add(line);
                }
                case 2 -> result.add(line.strip());
                default -> {
                    // The line is gone.
                }
            }
        }
        return result;
    }

    private static String text(List<String> lines, List<String> endings, Random random) {
        var result = new StringBuilder();
        for (var i = 0; i < lines.size(); i++) {
            result.append(lines.get(i));
            if (i < lines.size() - 1 || random.nextBoolean()) {
                result.append(endings.get(random.nextInt(endings.size())));
            }
        }
        return result.toString();
    }
}
