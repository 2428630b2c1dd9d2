package dev.quarry.check;

import dev.quarry.language.syntax.Declaration;
import java.util.List;
import java.util.regex.Pattern;

/// What the code of an answer does with a name that it does not declare.
final class References {

    private static final Pattern OWN_HEADER = Pattern.compile("(?m)^\\s*#\\s*include\\s*\"");

    private References() {}

    /// Whether code calls that function of its own file, or makes that type; a method of another object does not count.
    static boolean isUsed(List<Piece> code, Declaration declaration) {
        var name = Pattern.quote(declaration.name());
        var uses = declaration.kind() == Declaration.Kind.FUNCTION
                ? Pattern.compile("(?<![\\w$.>:@\"'])(?<!\\b(?:def|fun|fn|func|function|new|class|struct) )" + name
                        + "\\s*\\(|\\b(?:this|self|Self|cls|static|\\$this)\\s*(?:\\.|->|::)\\s*" + name
                        + "\\b(?!\\s*[=:][^=:])")
                : Pattern.compile("\\bnew\\s+" + name + "\\b");
        return code.stream().anyMatch(p -> uses.matcher(p.bare().code()).find());
    }

    /// How often a name stands by itself in code: not as a member of something, and not where it is declared.
    static long alone(List<Piece> code, Declaration declaration) {
        var name = Pattern.compile("(?<![\\w$.>])" + Pattern.quote(declaration.name()) + "(?![\\w$])");
        var all = 0L;
        for (var piece : code) {
            all += name.matcher(piece.bare().code()).results().count();
            all -= piece.declarations().stream()
                    .filter(d -> d.name().equals(declaration.name()))
                    .count();
        }
        return Math.max(0, all);
    }

    /// Whether an answer says where a name comes from, or has made something else of it.
    static boolean comesFromElsewhere(List<Piece> answer, Declaration declaration) {
        var name = Pattern.quote(declaration.name());
        var sources =
                Pattern.compile("(?m)^.*\\b(?:import|from|use|using|require|include|extern)\\b.*\\b" + name + "\\b"
                        + "|\\b(?:import|const|let|var|use)\\s*(?:\\w+\\s*,\\s*)?\\{[^}]*\\b" + name + "\\b[^}]*\\}"
                        + "|\\bimport\\s*\\([^)]*\\b" + name + "\\b"
                        + "|\\b" + name + "\\b[\"']?\\s*(?:=|:=|:|<-)[^=:]");
        return answer.stream()
                .anyMatch(p -> sources.matcher(p.bare().words()).find()
                        || OWN_HEADER.matcher(p.text()).find());
    }
}
