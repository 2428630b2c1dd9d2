package dev.quarry.preset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.quarry.preset.YamlNode.Entry;
import dev.quarry.preset.YamlNode.Kind;
import dev.quarry.preset.YamlNode.Mapping;
import dev.quarry.preset.YamlNode.Scalar;
import dev.quarry.preset.YamlNode.Sequence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/// Reads the plain part of YAML that a preset needs. Presets come from anywhere, so what a text can do harm with is
/// refused: aliases (which a few lines can blow up to gigabytes), tags (which name types) and deep nesting.
final class YamlReader {
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
            .build();
    private static final int MAX_DEPTH = 8;

    private final YAMLParser parser;
    private final int firstLine;

    private YamlReader(YAMLParser parser, int firstLine) {
        this.parser = parser;
        this.firstLine = firstLine;
    }

    /// @param firstLine where the text starts in its file, 1-based
    static Mapping read(String yaml, int firstLine) throws PresetException {
        try (var parser = YAML.createParser(yaml)) {
            return new YamlReader(parser, firstLine).document();
        } catch (YAMLException | JsonProcessingException e) {
            throw malformed(e, firstLine);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
    }

    private Mapping document() throws IOException, PresetException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new PresetException("The front matter must be made of lines such as 'name: Translate'.", firstLine);
        }
        var mapping = mapping(0);
        if (parser.nextToken() != null) {
            throw new PresetException("The front matter must be one YAML document.", line());
        }
        return mapping;
    }

    /// Front matter that may be empty.
    static Mapping readOrEmpty(String yaml, int firstLine) throws PresetException {
        var blank = yaml.lines().allMatch(l -> l.isBlank() || l.stripLeading().startsWith("#"));
        return blank ? new Mapping(new LinkedHashMap<>(), firstLine) : read(yaml, firstLine);
    }

    private YamlNode value(int depth) throws IOException, PresetException {
        if (depth > MAX_DEPTH) {
            throw new PresetException("The front matter is nested too deeply.", line());
        }
        if (parser.isCurrentAlias()) {
            throw new PresetException("Aliases (*) are not allowed here. Write the value out.", line());
        }
        if (parser.getTypeId() != null) {
            throw new PresetException("Tags (!) are not allowed here. Write the value without it.", line());
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(depth);
            case START_ARRAY -> sequence(depth);
            case VALUE_STRING -> scalar(Kind.TEXT);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(Kind.NUMBER);
            case VALUE_TRUE, VALUE_FALSE -> scalar(Kind.BOOLEAN);
            case VALUE_NULL -> scalar(Kind.EMPTY);
            default -> throw new PresetException("The front matter is not valid YAML.", line());
        };
    }

    private Mapping mapping(int depth) throws IOException, PresetException {
        var start = line();
        var entries = new LinkedHashMap<String, Entry>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var key = parser.currentName();
            var line = line();
            parser.nextToken();
            if (entries.put(key, new Entry(value(depth + 1), line)) != null) {
                throw new PresetException("'" + Excerpt.of(key) + "' is given twice. Keep one of the two.", line);
            }
        }
        return new Mapping(entries, start);
    }

    private Sequence sequence(int depth) throws IOException, PresetException {
        var start = line();
        var items = new ArrayList<YamlNode>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(depth + 1));
        }
        return new Sequence(items, start);
    }

    private Scalar scalar(Kind kind) throws IOException {
        return new Scalar(parser.getText(), kind, line());
    }

    private int line() {
        return firstLine + Math.max(0, parser.currentTokenLocation().getLineNr() - 1);
    }

    private static PresetException malformed(Exception e, int firstLine) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof MarkedYAMLException marked && marked.getProblem() != null) {
                var unclosed = marked.getProblem().contains("end of stream"); // then the start says more than the end
                var mark = unclosed ? marked.getContextMark() : marked.getProblemMark();
                return new PresetException(
                        "The front matter is not valid YAML: " + Excerpt.of(marked.getProblem()) + ".",
                        firstLine + (mark == null ? 0 : mark.getLine()));
            }
        }
        return new PresetException("The front matter is not valid YAML.", firstLine);
    }
}
