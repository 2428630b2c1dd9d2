package dev.quarry.check;

import dev.quarry.language.syntax.Declaration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the code of an answer does with a name that it does not declare.
final class References {

    private static final Pattern OWN_HEADER = Pattern.compile("(?m)^\\s*#\\s*include\\s*\"[^\"\\n]*\"");
    private static final String TYPE_ARGUMENTS = "(?:(?:::)?<[^<>(){};]*>|\\[[^\\[\\](){};]*\\])?";

    private References() {}

    /// Whether code calls that function of its own file, or makes that type; a method of another object does not count.
    static boolean isUsed(List<Piece> code, Declaration declaration) {
        return code.stream()
                .anyMatch(p -> use(p, declaration).matcher(p.bare().code()).find());
    }

    /// How a piece would call or make it in its language.
    private static Pattern use(Piece piece, Declaration declaration) {
        var name = Pattern.quote(declaration.name());
        if (piece.language().id().equals("cobol")) {
            return Pattern.compile("(?i)\\b(?:PERFORM|GO\\s+TO|THRU|THROUGH)\\s+" + name + "(?![\\w-])");
        }
        return declaration.kind() == Declaration.Kind.FUNCTION
                ? Pattern.compile("(?<![\\w$.>:@\"'])(?<!\\b(?:def|fun|fn|func|function|new|class|struct) )" + name
                        + TYPE_ARGUMENTS + "\\s*\\(|\\b(?:this|self|Self|cls|static|\\$this)\\s*(?:\\.|->|::)\\s*"
                        + name
                        + "\\b(?!\\s*[=:][^=:])")
                : Pattern.compile("\\bnew\\s+" + name + "\\b");
    }

    /// Whether a text declares that name as far as words tell: its parser may have stumbled over it.
    static boolean isWritten(Piece piece, String name) {
        return Pattern.compile("\\b(?:function\\*?|class|interface|def|fn|func|fun|struct|enum|trait)\\s+"
                        + Pattern.quote(name) + "(?![\\w$])"
                        + "|(?m)^[ \\t]*(?:(?:static|async|get|set|export|default)\\s+|\\*\\s*)*" + Pattern.quote(name)
                        + "[ \\t]*(?:<[^>\\n]*>)?[ \\t]*\\([^;\\n]*\\{[ \\t]*$")
                .matcher(piece.bare().code())
                .find();
    }

    /// How often a name stands by itself in code: not as a member of something, not where it is declared, and not in
    /// what it declares.
    static long alone(List<Piece> code, Declaration declaration) {
        return count("(?<![\\w$.>])", code, declaration);
    }

    /// How often a name stands in code at all, apart from what it declares.
    static long all(List<Piece> code, Declaration declaration) {
        return count("(?<![\\w$])", code, declaration);
    }

    private static long count(String before, List<Piece> code, Declaration declaration) {
        var name = Pattern.compile(before + Pattern.quote(declaration.name()) + "(?![\\w$])");
        var all = 0L;
        for (var piece : code) {
            all += name.matcher(piece.bare().code()).results().count();
            var own = piece.declarations().stream()
                    .filter(d -> d.name().equals(declaration.name()))
                    .toList();
            all -= name.matcher(piece.bare().code())
                    .results()
                    .filter(m -> own.stream().anyMatch(d -> m.start() >= d.start() && m.start() < d.end()))
                    .count();
        }
        return Math.max(0, all);
    }

    /// Whether an answer says where a name comes from, or has made something else of it.
    static boolean comesFromElsewhere(List<Piece> answer, Declaration declaration, Piece input) {
        var name = Pattern.quote(declaration.name());
        var sources =
                Pattern.compile("(?m)^.*\\b(?:import|from|use|using|require|include|extern)\\b.*\\b" + name + "\\b"
                        + "|\\b(?:import|const|let|var|use)\\s*(?:\\w+\\s*,\\s*)?\\{[^}]*\\b" + name + "\\b[^}]*\\}"
                        + "|\\balias(?:_method)?\\s+:?" + name + "\\b"
                        + "|\\bimport\\s*\\([^)]*\\b" + name + "\\b"
                        + "|\\b" + name + "\\b[\"']?\\s*(?:=|:=|:|<-)(?![=:])(?!\\s*(?:await\\s+)?(?:[\\w$]+\\.)?"
                        + name + "\\b)");
        var headers = headers(input);
        return answer.stream()
                .anyMatch(p -> sources.matcher(p.bare().words()).find() || !headers.containsAll(headers(p)));
    }

    /// A header that the input did not include may declare anything.
    private static Set<String> headers(Piece piece) {
        return OWN_HEADER
                .matcher(piece.text())
                .results()
                .map(m -> m.group().replaceAll("\\s", ""))
                .collect(Collectors.toSet());
    }
}
