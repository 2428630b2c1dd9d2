package dev.quarry.language.lexer;

import dev.quarry.language.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/// What a [RuleLexer] knows of a language: its marks, and words from a properties file of this package. Lists
/// in it are parted by spaces.
///
/// @param lineComments what starts a comment that ends with its line
/// @param blocks comments and strings that may go over several lines
/// @param strings characters that open and close a string on one line
/// @param wordCharacters what a name may hold besides letters, digits and the underscore
/// @param keySeparator what follows a key, empty when there are no keys
/// @param annotation what starts an annotation, empty for none
/// @param atom what starts a symbol, empty for none
/// @param namesTell whether the spelling of a name tells what it is
/// @param headers whether a line that starts with a bracket holds the name of a table
/// @param commentColumn 0-based column where a character of `*`, `/` or `-` makes the line a comment or a
/// continuation, as in fixed-form COBOL; -1 for none
record LexerRules(
        Set<String> keywords,
        Set<String> types,
        Set<String> constants,
        List<String> lineComments,
        List<Block> blocks,
        String strings,
        String wordCharacters,
        String keySeparator,
        String annotation,
        String atom,
        boolean ignoresCase,
        boolean namesTell,
        boolean headers,
        int commentColumn) {

    /// @param nests whether the same may open again inside, as comments do in some languages
    record Block(String open, String close, boolean comment, boolean nests) {}

    /// @throws IllegalStateException when the application was built without the file
    static LexerRules load(Language language) {
        var file = language.id() + ".properties";
        var values = new Properties();
        try (var in = LexerRules.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no lexer rules in " + file);
            }
            values.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the lexer rules in " + file, e);
        }
        var ignoresCase = Boolean.parseBoolean(values.getProperty("ignoresCase"));
        return new LexerRules(
                words(values, "keywords", ignoresCase),
                words(values, "types", ignoresCase),
                words(values, "constants", ignoresCase),
                lineComments(language, values),
                blocks(language, Boolean.parseBoolean(values.getProperty("nestedComments"))),
                String.join("", language.strings()),
                values.getProperty("wordCharacters", ""),
                values.getProperty("keySeparator", ""),
                values.getProperty("annotation", ""),
                values.getProperty("atom", ""),
                ignoresCase,
                Boolean.parseBoolean(values.getProperty("namesTell", "true")),
                Boolean.parseBoolean(values.getProperty("headers")),
                Integer.parseInt(values.getProperty("commentColumn", "-1")));
    }

    private static List<String> lineComments(Language language, Properties values) {
        var marks = new ArrayList<>(list(values, "moreLineComments"));
        if (language.comments().hasLine()) {
            marks.add(language.comments().line());
        }
        return List.copyOf(marks);
    }

    private static List<Block> blocks(Language language, boolean nests) {
        var blocks = new ArrayList<Block>();
        language.texts().forEach(t -> blocks.add(new Block(t, t, false, false)));
        if (language.comments().hasBlock()) {
            blocks.add(new Block(language.comments().open(), language.comments().close(), true, nests));
        }
        return List.copyOf(blocks);
    }

    private static Set<String> words(Properties values, String key, boolean ignoresCase) {
        var words = values.getProperty(key, "");
        return Set.copyOf(split(ignoresCase ? words.toLowerCase(Locale.ROOT) : words));
    }

    private static List<String> list(Properties values, String key) {
        return split(values.getProperty(key, ""));
    }

    private static List<String> split(String words) {
        return words.isBlank() ? List.of() : List.of(words.strip().split("\\s+"));
    }
}
