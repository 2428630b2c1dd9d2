package dev.quarry.language.syntax;

import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Source files of real projects below a folder.
final class SourceTree {

    private static final int LONGEST = 400_000;

    private SourceTree() {}

    /// Files of that language by their name, in an order that is random but always the same.
    static List<Path> files(Path folder, Language language, int most) throws IOException {
        try (var all = Files.walk(folder)) {
            var files = new ArrayList<>(all.filter(Files::isRegularFile)
                    .filter(f -> Languages.ofFileName(f.getFileName().toString())
                            .filter(language::equals)
                            .isPresent())
                    .sorted()
                    .toList());
            Collections.shuffle(files, new Random(1));
            return files.subList(0, Math.min(most, files.size()));
        }
    }

    /// The text of a file; empty when it is not UTF-8, blank, or longer than an editor's usual fare.
    static Optional<String> text(Path file) throws IOException {
        try {
            var text = Files.readString(file);
            return text.isBlank() || text.length() > LONGEST ? Optional.empty() : Optional.of(text);
        } catch (MalformedInputException e) {
            return Optional.empty();
        }
    }
}
