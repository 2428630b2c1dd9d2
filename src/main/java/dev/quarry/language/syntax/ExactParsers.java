package dev.quarry.language.syntax;

import dev.quarry.language.Language;
import java.util.Map;
import java.util.Optional;

/// The exact parsers by language.
final class ExactParsers {

    private static final String MARK = "\uFEFF";

    private static final Map<String, ExactParser> PARSERS = Map.of(
            "json", new JsonParser(),
            "xml", new XmlParser(),
            "toml", new TomlParser(),
            "yaml", new YamlParser());

    private ExactParsers() {}

    static Optional<ExactParser> of(Language language) {
        return Optional.ofNullable(PARSERS.get(language.id())).map(ExactParsers::withoutMark);
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
