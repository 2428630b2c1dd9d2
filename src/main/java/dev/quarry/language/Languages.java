package dev.quarry.language;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The languages that Quarry knows.
public final class Languages {

    /// For text in no language we know: shown plain.
    public static final Language PLAIN_TEXT = new Language(
            "text",
            "Plain text",
            List.of("txt"),
            List.of("text", "txt", "plaintext"),
            "    ",
            new CommentMarks("", "", ""),
            List.of(),
            List.of(),
            "()[]{}",
            List.of(),
            "",
            "",
            ErrorTrust.NONE);

    private static final List<Language> ALL = LanguageTable.read();

    private Languages() {}

    /// Every language but plain text, in the order of the table.
    public static List<Language> all() {
        return ALL;
    }

    /// The language of that ID or name, whatever the case.
    public static Optional<Language> named(String idOrName) {
        return ALL.stream()
                .filter(l -> l.id().equalsIgnoreCase(idOrName) || l.name().equalsIgnoreCase(idOrName))
                .findFirst()
                .or(() -> ofFence(idOrName));
    }

    /// The language a Markdown fence's label names.
    public static Optional<Language> ofFence(String label) {
        var wanted = label.toLowerCase(Locale.ROOT);
        return ALL.stream().filter(l -> l.fenceLabels().contains(wanted)).findFirst();
    }

    /// The language of a file of that name, by its extension.
    public static Optional<Language> ofFileName(String fileName) {
        var name = fileName.toLowerCase(Locale.ROOT);
        var extension = name.substring(name.lastIndexOf('.') + 1);
        return ALL.stream().filter(l -> l.extensions().contains(extension)).findFirst();
    }
}
