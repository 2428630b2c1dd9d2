package dev.quarry.language.syntax;

import dev.quarry.language.Language;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The exact parsers by language.
final class ExactParsers {

    private static final String MARK = "\uFEFF";

    private ExactParsers() {}

    static Optional<ExactParser> of(Language language) {
        return Optional.ofNullable(parser(language)).map(ExactParsers::withoutMark);
    }

    /// Made for the asking: each brings a library that a text in another language does not need.
    private static @Nullable ExactParser parser(Language language) {
        return switch (language.id()) {
            case "json" -> new JsonParser();
            case "xml" -> new XmlParser();
            case "toml" -> new TomlParser();
            case "yaml" -> new YamlParser();
            default -> null;
        };
    }

    /// None of them takes a byte order mark.
    private static ExactParser withoutMark(ExactParser parser) {
        return text -> text.startsWith(MARK)
                ? parser.errors(text.substring(1)).stream()
                        .map(e -> SyntaxError.at(text, e.start() + 1, e.end() + 1, e.message(), e.trust()))
                        .toList()
                : parser.errors(text);
    }
}
