package dev.quarry.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Finds constants that are for others and that an answer left out, such as `export const LIMIT = 3`.
final class PublicConstants {

    /// Of a constant of which so much is left, the answer has the rest under another name.
    private static final double KEPT = 0.6;

    private static final Pattern SCRIPT =
            Pattern.compile("(?m)^export[ \\t]+(?:declare[ \\t]+)?(?:const|let|var)[ \\t]+(?<name>[\\w$]+)");
    private static final Map<String, Pattern> DECLARING = Map.of(
            "javascript",
            SCRIPT,
            "typescript",
            SCRIPT,
            "tsx",
            SCRIPT,
            "java",
            Pattern.compile("(?m)^[ \\t]*public[ \\t]+(?:static[ \\t]+final|final[ \\t]+static)[ \\t]+[^=;(){}\\n]*?"
                    + "(?<name>\\w+)[ \\t]*="),
            "c-sharp",
            Pattern.compile(
                    "(?m)^[ \\t]*public[ \\t]+(?:const|static[ \\t]+readonly)[ \\t]+[^=;(){}\\n]*?(?<name>\\w+)[ \\t]*="),
            "kotlin",
            Pattern.compile("(?m)^[ \\t]*(?:public[ \\t]+)?const[ \\t]+val[ \\t]+(?<name>\\w+)"),
            "rust",
            Pattern.compile("(?m)^[ \\t]*pub[ \\t]+(?:const|static(?:[ \\t]+mut)?)[ \\t]+(?<name>\\w+)[ \\t]*:"),
            "python",
            Pattern.compile("(?m)^(?<name>[A-Z][A-Z0-9_]{2,})[ \\t]*(?::[^=\\n]+)?=(?!=)"),
            "ruby",
            Pattern.compile("(?m)^[ \\t]*(?<name>[A-Z][A-Z0-9_]{2,})[ \\t]*=(?![=~>])"),
            "php",
            Pattern.compile(
                    "(?m)^[ \\t]*(?:final[ \\t]+)?(?:public[ \\t]+)?const[ \\t]+(?:\\??\\w+[ \\t]+)?(?<name>[A-Z]\\w*)[ \\t]*="));

    private PublicConstants() {}

    /// Whether it can be told which constants an answer has. Where it cannot, one that seems gone may have a new name,
    /// or be written as something else.
    static boolean areKnownIn(List<Piece> answer) {
        return answer.stream().anyMatch(p -> DECLARING.containsKey(p.language().id()));
    }

    /// Names that are gone, in the order of the input. When the answer has constants that the input had not, any of
    /// those may be an old one with a new name.
    static List<String> missing(List<Piece> answer, Piece input, Survival survival, boolean sameLanguage) {
        var had = in(input);
        var hasNew = answer.stream().anyMatch(p -> !had.keySet().containsAll(in(p).keySet()));
        if (hasNew) {
            return List.of();
        }
        return had.entrySet().stream()
                .filter(c -> answer.stream().noneMatch(p -> isNamed(p, c.getKey(), sameLanguage)))
                .filter(c -> survival.of(c.getValue()[0], c.getValue()[1], c.getKey())
                                .orElse(0)
                        < KEPT)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Where the statement of each begins and ends, by its name.
    private static Map<String, int[]> in(Piece piece) {
        var pattern = DECLARING.get(piece.language().id());
        var found = new LinkedHashMap<String, int[]>();
        if (pattern == null) {
            return found;
        }
        var code = piece.bare().code();
        var match = pattern.matcher(code);
        while (match.find()) {
            found.putIfAbsent(match.group("name"), new int[] {match.start(), end(code, match.end())});
        }
        return found;
    }

    /// The next line that stands no deeper than the first, or that ends a statement.
    private static int end(String code, int from) {
        var lineEnd = code.indexOf('\n', from);
        while (lineEnd >= 0
                && lineEnd + 1 < code.length()
                && code.charAt(lineEnd - 1) != ';'
                && Character.isWhitespace(code.charAt(lineEnd + 1))
                && code.charAt(lineEnd + 1) != '\n') {
            lineEnd = code.indexOf('\n', lineEnd + 1);
        }
        return lineEnd < 0 ? code.length() : lineEnd;
    }

    /// Whether code has that name by itself, perhaps with a `_` before it; in another language, also in another
    /// spelling.
    private static boolean isNamed(Piece piece, String name, boolean sameLanguage) {
        var words = piece.bare().words();
        return Pattern.compile("(?<![A-Za-z0-9$.])_?" + Pattern.quote(name) + "(?![\\w$])")
                        .matcher(words)
                        .find()
                || (!sameLanguage && Names.plainIn(words).contains(Names.plain(name)));
    }
}
