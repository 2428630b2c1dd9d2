package dev.quarry.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The table of results as a Markdown file: one part per bench, with the machine and the day it was measured on. A
/// bench that a run leaves out keeps its part.
final class BenchDocument {
    private static final String INTRODUCTION = """
            # Benchmarks

            Written by `mvn -Pbench verify -DskipTests` from the rows it prints; `-Dbench=Start` runs only the benches with
            that in their name, and the others keep their rows. Each row names what is measured, its unit and the peer, and
            gives the median with the least and the most; the ratio is ours divided by the peer's. Benches with several
            peers have a table of their own form.
            """;
    private static final String PART = "## ";

    /// Four columns, or more with several peers, of which the last is a ratio.
    private static final Pattern ROW = Pattern.compile("[^|]+(?: \\| [^|]+){2,} \\| (?:[<>] )?-?[0-9.,]+");

    private final TreeMap<String, List<String>> parts = new TreeMap<>();

    private BenchDocument() {}

    /// Reads the file, if there is one.
    static BenchDocument read(Path file) throws IOException {
        var document = new BenchDocument();
        if (Files.exists(file)) {
            List<String> part = new ArrayList<>(); // what stands before the first part is written anew
            for (var line : Files.readAllLines(file)) {
                if (line.startsWith(PART)) {
                    part = new ArrayList<>();
                    document.parts.put(line.substring(PART.length()), part);
                } else {
                    part.add(line);
                }
            }
        }
        return document;
    }

    /// Whether the line that a bench printed is a row of the table.
    static boolean isRow(String line) {
        return ROW.matcher(line).matches();
    }

    /// Whether the line names the columns of the rows that follow.
    static boolean isHeader(String line) {
        return line.startsWith("name | ");
    }

    /// Puts the rows of a bench in the place of those it had; without rows nothing changes.
    ///
    /// @param where the machine and the day
    /// @param header names the columns
    void put(String bench, String where, String header, List<String> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var part = new ArrayList<String>();
        part.add(where);
        part.add("");
        part.add("| " + header.replaceFirst("^name", "what") + " |");
        part.add("|" + "---|".repeat(header.split("\\|", -1).length));
        rows.forEach(row -> part.add("| " + row + " |"));
        parts.put(bench, part);
    }

    void write(Path file) throws IOException {
        var text = new StringBuilder(INTRODUCTION);
        parts.forEach((bench, lines) -> text.append('\n')
                .append(PART)
                .append(bench)
                .append('\n')
                .append(String.join("\n", lines).strip())
                .append('\n'));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }
}
