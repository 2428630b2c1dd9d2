package dev.quarry.language.syntax;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.quarry.language.ErrorTrust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/// JSON by RFC 8259: one value, no comments.
final class JsonParser implements ExactParser {

    /// What Jackson adds for its own users.
    private static final Pattern DETAILS = Pattern.compile(
            "(?s)(?: \\(start marker| \\(for | \\(not recognized|: was expecting \\(JSON|: expected a valid).*");

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    @Override
    public List<SyntaxError> errors(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        try (var parser = FACTORY.createParser(text)) {
            var depth = 0;
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth == 0) {
                    return rest(text, parser);
                }
            }
            return List.of();
        } catch (JsonProcessingException e) {
            var at = e.getLocation() == null
                    ? text.length()
                    : (int) Math.max(0, e.getLocation().getCharOffset());
            return List.of(SyntaxError.at(text, at, at + 1, message(e), ErrorTrust.TRUSTED));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    private static List<SyntaxError> rest(String text, com.fasterxml.jackson.core.JsonParser parser)
            throws IOException {
        if (parser.nextToken() == null) {
            return List.of();
        }
        var at = (int) parser.currentTokenLocation().getCharOffset();
        return List.of(SyntaxError.at(text, at, at + 1, "unexpected text after the value", ErrorTrust.TRUSTED));
    }

    private static String message(JsonProcessingException e) {
        return ParserMessages.tidy(DETAILS.matcher(e.getOriginalMessage()).replaceFirst(""));
    }
}
