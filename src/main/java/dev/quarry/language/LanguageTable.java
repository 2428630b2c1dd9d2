package dev.quarry.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// Reads the table of languages that the application is built with.
final class LanguageTable {

    private static final String FILE = "languages.txt";
    private static final int COLUMNS = 13;

    private LanguageTable() {}

    /// @throws IllegalStateException when the application was built with a table that cannot be read
    static List<Language> read() {
        try (var in = LanguageTable.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the table of languages is missing: " + FILE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .map(LanguageTable::language)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the table of languages", e);
        }
    }

    private static Language language(String line) {
        var cells = line.split("\\|", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalStateException("not " + COLUMNS + " columns: " + line);
        }
        for (var i = 0; i < cells.length; i++) {
            cells[i] = cells[i].strip();
        }
        return new Language(
                cells[0],
                cells[1],
                words(cells[2]),
                words(cells[3]),
                cells[4].equals("tab") ? "\t" : " ".repeat(Integer.parseInt(cells[4])),
                comments(words(cells[5]), line),
                words(cells[6]),
                words(cells[7]),
                cells[8],
                words(cells[9]).stream().map(LanguageTable::block).toList(),
                orEmpty(cells[10]),
                orEmpty(cells[11]),
                ErrorTrust.valueOf(cells[12].toUpperCase(Locale.ROOT)));
    }

    private static CommentMarks comments(List<String> marks, String line) {
        return switch (marks.size()) {
            case 1 -> new CommentMarks(marks.get(0), "", "");
            case 2 -> new CommentMarks("", marks.get(0), marks.get(1));
            case 3 -> new CommentMarks(marks.get(0), marks.get(1), marks.get(2));
            default -> throw new IllegalStateException("not one to three comment marks: " + line);
        };
    }

    private static BlockWords block(String words) {
        var leading = words.startsWith("^");
        var pair = words.substring(leading ? 1 : 0).split("=", 2);
        return new BlockWords(pair[0], pair[1], leading);
    }

    private static List<String> words(String cell) {
        return cell.equals("-") ? List.of() : List.of(cell.split(" "));
    }

    private static String orEmpty(String cell) {
        return cell.equals("-") ? "" : cell;
    }
}
