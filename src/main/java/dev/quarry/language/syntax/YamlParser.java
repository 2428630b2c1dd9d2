package dev.quarry.language.syntax;

import dev.quarry.language.ErrorTrust;
import java.io.StringReader;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/// YAML 1.1, by its events: nothing is built of it, and aliases are not followed.
final class YamlParser implements ExactParser {

    @Override
    public List<SyntaxError> errors(String text) {
        var options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        try {
            for (var event : new Yaml(options).parse(new StringReader(text))) {
                event.getEventId();
            }
            return List.of();
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            var at = mark == null ? text.length() : TextPlaces.offset(text, mark.getLine() + 1, mark.getColumn() + 1);
            return List.of(SyntaxError.at(
                    text, at, at + 1, ParserMessages.tidy(String.valueOf(e.getProblem())), ErrorTrust.TRUSTED));
        } catch (YAMLException e) {
            return List.of(SyntaxError.at(
                    text, 0, 1, ParserMessages.tidy(String.valueOf(e.getMessage())), ErrorTrust.TRUSTED));
        }
    }
}
