package dev.quarry.check;

import dev.quarry.language.syntax.Declaration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What an answer declares, compared with its input.
final class DeclaredNames {

    private final List<Piece> answer;
    private final Piece input;
    private final boolean sameLanguage;
    private final Set<String> declared = new HashSet<>();

    DeclaredNames(List<Piece> answer, Piece input, boolean sameLanguage) {
        this.answer = answer;
        this.input = input;
        this.sameLanguage = sameLanguage;
        for (var piece : answer) {
            piece.declarations().forEach(d -> {
                declared.add(d.name());
                declared.add(key(d));
                if (!sameLanguage) {
                    declared.add(Names.plain(d.name()));
                    declared.add(Names.bare(d.name()));
                }
            });
        }
    }

    /// A type and a function may have one plain name, such as `TestCase` and `test_case`.
    static String key(Declaration declaration) {
        return declaration.kind() + " " + Names.plain(declaration.name());
    }

    /// Whether the answer declares what a declaration of the input is.
    boolean has(Declaration declaration) {
        if (sameLanguage && isConstructor(declaration)) {
            return declared.contains(key(declaration)) || isMadeForIt(declaration.name());
        }
        return declared.contains(declaration.name())
                || declared.contains(key(declaration))
                || (!sameLanguage && declared.contains(Names.plain(declaration.name())))
                || answer.stream().anyMatch(p -> !p.errors().isEmpty() && References.isWritten(p, declaration.name()));
    }

    /// Whether the type around it is gone, which is told of the type.
    boolean isInLostType(Declaration declaration) {
        return input.declarations().stream()
                .anyMatch(d -> d.kind() == Declaration.Kind.TYPE && d.encloses(declaration) && !has(d));
    }

    /// How many names the answer declares that the input did not.
    long news() {
        var known = input.declaredNames();
        return answer.stream()
                .flatMap(p -> p.declaredNames().stream())
                .filter(n -> !known.contains(n))
                .distinct()
                .count();
    }

    private boolean isConstructor(Declaration declaration) {
        return declaration.kind() == Declaration.Kind.FUNCTION
                && input.declarations().stream()
                        .anyMatch(d -> d.kind() == Declaration.Kind.TYPE
                                && d.name().equals(declaration.name())
                                && d.encloses(declaration));
    }

    /// Whether the answer has a constructor for that type made.
    private boolean isMadeForIt(String type) {
        var made = Pattern.compile("\\brecord\\s+" + Pattern.quote(type)
                + "\\b|@(?:AllArgs|RequiredArgs|NoArgs)Constructor\\b|@(?:Data|Value)\\b|\\b(?:class|struct)\\s+"
                + Pattern.quote(type) + "(?:<[^>\\n]*>)?\\s*\\(");
        return answer.stream().anyMatch(p -> made.matcher(p.bare().code()).find());
    }
}
