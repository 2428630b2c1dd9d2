package dev.quarry.language.syntax;

import dev.quarry.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Finds what a text declares where there is no tree: by the words that declare, at the start of a line.
final class PlainDeclarations {

    private static final String MODIFIERS =
            "(?:(?:public|private|internal|fileprivate|open|final|static|override|local|async|mutating|export|abstract"
                    + "|@\\w+(?:\\([^)\\n]*\\))?)\\s+)*";
    private static final Pattern DECLARING = Pattern.compile("(?m)^[ \\t]*(?<before>" + MODIFIERS
            + "(?<word>func|fun|function|sub|def|defp|defmacro|defmodule|class|struct|protocol|enum|interface|trait"
            + "|module|actor|data|newtype)[ \\t]+)(?<name>[A-Za-z_][\\w.:'!?]*)");
    private static final Pattern R =
            Pattern.compile("(?m)^[ \\t]*(?<name>[A-Za-z.][\\w.]*)[ \\t]*(?:<-|=)[ \\t]*function[ \\t]*\\(");
    private static final Pattern LUA =
            Pattern.compile("(?m)^[ \\t]*(?:local[ \\t]+)?(?<name>[A-Za-z_][\\w.]*)[ \\t]*=[ \\t]*function[ \\t]*\\(");
    private static final Pattern HASKELL = Pattern.compile("(?m)^(?<name>[a-z_][\\w']*)[ \\t]*::");

    private PlainDeclarations() {}

    /// In the order of the text.
    static List<Declaration> of(String text, Language language) {
        var found = new ArrayList<Declaration>();
        switch (language.id()) {
            case "r" -> find(R, text, language, found);
            case "haskell" -> find(HASKELL, text, language, found);
            case "cobol" -> found.addAll(CobolParagraphs.of(text));
            case "lua" -> {
                find(LUA, text, language, found);
                find(DECLARING, text, language, found);
            }
            case "swift", "perl", "elixir" -> find(DECLARING, text, language, found);
            default -> {}
        }
        return List.copyOf(found);
    }

    private static void find(Pattern pattern, String text, Language language, List<Declaration> found) {
        var match = pattern.matcher(text);
        while (match.find()) {
            var declares = pattern == DECLARING;
            var word = declares ? match.group("word") : "function";
            var said = match.group("name");
            var name = language.id().equals("r")
                    ? said
                    : said.substring(Math.max(said.lastIndexOf('.'), said.lastIndexOf(':')) + 1);
            if (!name.isEmpty()) {
                var body = body(text, match.start(), language.id());
                found.add(new Declaration(
                        word.startsWith("fun")
                                        || (word.startsWith("def") && !word.equals("defmodule"))
                                        || word.equals("sub")
                                ? Declaration.Kind.FUNCTION
                                : Declaration.Kind.TYPE,
                        name,
                        Visibility.of(language, name, declares ? match.group("before") : ""),
                        match.start(),
                        Math.max(match.end(), body[1]),
                        body[0],
                        body[1]));
            }
        }
    }

    /// From the end of the line to what closes it: the first line that stands no deeper and closes, or in languages
    /// without such the first that stands no deeper.
    private static int[] body(String text, int start, String language) {
        var close = switch (language) {
            case "lua", "elixir" -> "end";
            case "swift", "perl", "r" -> "}";
            default -> "";
        };
        var lineEnd = text.indexOf('\n', start);
        if (close.isEmpty() || lineEnd < 0) {
            return new int[2];
        }
        var line = start;
        while (line > 0 && text.charAt(line - 1) != '\n') {
            line--;
        }
        var indent = line;
        while (indent < text.length() && (text.charAt(indent) == ' ' || text.charAt(indent) == '\t')) {
            indent++;
        }
        var end = text.indexOf("\n" + text.substring(line, indent) + close, start);
        return end < lineEnd || text.substring(start, lineEnd).strip().endsWith(close)
                ? new int[2]
                : new int[] {lineEnd, end + 1};
    }
}
