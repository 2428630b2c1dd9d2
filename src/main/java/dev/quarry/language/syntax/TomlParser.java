package dev.quarry.language.syntax;

import dev.quarry.language.ErrorTrust;
import java.util.List;
import org.tomlj.Toml;

/// TOML 1.0.
final class TomlParser implements ExactParser {

    private static final int MOST = 200;

    @Override
    public List<SyntaxError> errors(String text) {
        return Toml.parse(text).errors().stream()
                .limit(MOST)
                .map(e -> {
                    var at = TextPlaces.offset(
                            text, e.position().line(), e.position().column());
                    return SyntaxError.at(
                            text, at, at + 1, ParserMessages.tidy(String.valueOf(e.getMessage())), ErrorTrust.TRUSTED);
                })
                .toList();
    }
}
