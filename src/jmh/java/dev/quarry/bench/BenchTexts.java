package dev.quarry.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Files of Java that the benches of editors read: the same bytes in every run on one JDK, ASCII, no tabs, `\n` at the
/// end of each line, no syntax errors. Each has many types at its top level.
///
/// @param streamed 200 kB
/// @param typed 10,000 lines
/// @param opened 100,000 lines
public record BenchTexts(Path streamed, Path typed, Path opened) {
    private static final int STREAMED_CHARS = 200_000;
    private static final int TYPED_LINES = 10_000;
    private static final int OPENED_LINES = 100_000;

    /// Much code and, for a part of the JDK, few comments.
    private static final String SOURCES = "jdk.compiler/com/sun/tools/javac/";

    /// Writes the files: the JDK's own sources where it came with them, else methods made up.
    ///
    /// @param folder where to; made if need be
    public static BenchTexts write(Path folder) throws IOException {
        Files.createDirectories(folder);
        var sources = Path.of(System.getProperty("java.home"), "lib", "src.zip");
        var lines = Files.isReadable(sources) ? linesOf(sources) : new ArrayList<String>();
        if (lines.size() < OPENED_LINES * 1.1) {
            lines = madeUpLines();
        }
        return new BenchTexts(
                write(folder.resolve("Streamed.java"), lines, STREAMED_CHARS, Integer.MAX_VALUE),
                write(folder.resolve("Typed.java"), lines, Integer.MAX_VALUE, TYPED_LINES),
                write(folder.resolve("Opened.java"), lines, Integer.MAX_VALUE, OPENED_LINES));
    }

    /// Takes whole members until there is so much, and closes the type they are in.
    private static Path write(Path file, List<String> lines, int chars, int count) throws IOException {
        var text = new StringBuilder();
        var taken = 0;
        for (var line : lines) {
            text.append(line).append('\n');
            taken++;
            if (line.equals("    }") && (text.length() >= chars || taken + 1 >= count)) {
                text.append("}\n");
                break;
            }
        }
        return Files.writeString(file, text);
    }

    private static List<String> linesOf(Path sources) throws IOException {
        var lines = new ArrayList<String>();
        try (var zip = new ZipFile(sources.toFile())) {
            var units = zip.stream()
                    .filter(entry -> entry.getName().startsWith(SOURCES)
                            && entry.getName().endsWith(".java")
                            && !entry.getName().endsWith("-info.java"))
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList();
            for (var unit : units) {
                var text = new String(zip.getInputStream(unit).readAllBytes(), StandardCharsets.UTF_8);
                if (text.chars().allMatch(c -> c < 0x7f && c != '\t' && c != '\r')) {
                    addUnit(text, lines);
                }
            }
        }
        return lines;
    }

    /// Without the licence, and but for the first without what may stand only at the head of a file.
    private static void addUnit(String text, List<String> lines) {
        var first = lines.isEmpty();
        text.lines()
                .dropWhile(line -> !line.startsWith("package "))
                .filter(line -> first || !(line.startsWith("package ") || line.startsWith("import ")))
                .forEach(lines::add);
    }

    private static List<String> madeUpLines() {
        var random = new SplittableRandom(20);
        var lines =
                new ArrayList<>(List.of("package bench;", "", "import java.util.ArrayList;", "import java.util.List;"));
        for (var type = 1; lines.size() < OPENED_LINES * 1.1; type++) {
            lines.addAll(
                    List.of("", "/** Orders of region " + type + ". */", "public final class Orders" + type + " {"));
            for (var method = 1; method <= 40; method++) {
                lines.addAll(method(type * 100 + method, random));
            }
            lines.add("}");
        }
        return lines;
    }

    private static List<String> method(int number, SplittableRandom random) {
        var limit = random.nextInt(10, 10_000);
        var more = ("        total = Math.max(total, " + limit + "L) >>> 1;\n").repeat(random.nextInt(4));
        return String.format(Locale.ROOT, """

                    /**
                     * Adds up what is above %2$d, each with its share of the fee.
                     *
                     * @param prices in cents, none negative
                     */
                    public List<String> sum%1$d(List<Integer> prices, boolean strict) {
                        var lines = new ArrayList<String>();
                        long total = 0; // in cents
                        for (int i = 0; i < prices.size(); i++) {
                            int price = prices.get(i);
                            if (price > %2$d && !strict) {
                                total += price + Math.round(price * 0.%3$d);
                                lines.add("item " + i + ": \\"" + price + "\\"");
                            } else if (price < 0) {
                                throw new IllegalArgumentException("price of item " + i + " is " + price);
                            }
                        }
                %4$s        lines.add(String.format("total of %1$d: %%d", total));
                        return lines;
                    }
                """, number, limit, random.nextInt(1, 99), more)
                .lines()
                .toList();
    }
}
