package dev.quarry.check;

import dev.quarry.language.syntax.Declaration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether anybody asks for what the input declares.
final class Demand {

    /// Characters in the body of a hidden function that nothing in the input calls.
    private static final int WORTH_MISSING = 25;

    private static final Pattern TEST =
            Pattern.compile("@(?:Test|ParameterizedTest|RepeatedTest|Property)\\b|\\[(?:Fact|Theory|Test)\\b"
                    + "|#\\[(?:\\w+::)*(?:test|bench)\\b");
    private static final Pattern STRICTLY_PRIVATE = Pattern.compile("\\b(?:private|fileprivate|local|defp)\\b|#");
    private static final Pattern STATIC = Pattern.compile("\\bstatic\\b");

    private final List<Piece> answer;
    private final Piece input;
    private final DeclaredNames declared;
    private final boolean sameLanguage;

    Demand(List<Piece> answer, Piece input, DeclaredNames declared, boolean sameLanguage) {
        this.answer = answer;
        this.input = input;
        this.declared = declared;
        this.sameLanguage = sameLanguage;
    }

    /// Whether it is there for others: it is visible, or a test.
    boolean isPublic(Declaration declaration) {
        return declaration.visible() || TEST.matcher(before(declaration)).find();
    }

    /// Whether a hidden function is called by something that is not in the input, or still by the answer.
    boolean isStillAskedFor(Declaration declaration) {
        if (declaration.kind() != Declaration.Kind.FUNCTION || declared.isInLostType(declaration)) {
            return false;
        }
        var before = References.alone(List.of(input), declaration);
        return References.all(List.of(input), declaration) == 0
                ? isWorthMissing(declaration) && !isStrictlyPrivate(declaration) && isOutermost(declaration)
                : before > 0
                        && References.alone(answer, declaration) >= before
                        && !References.comesFromElsewhere(answer, declaration, input);
    }

    /// Whether nothing outside of the text can use it; in C that is what `static` says. A paragraph of COBOL that
    /// nothing performs is reached from the one above, which another language need not keep apart.
    private boolean isStrictlyPrivate(Declaration declaration) {
        if (input.language().id().equals("cobol")) {
            return !sameLanguage;
        }
        var before = before(declaration);
        return STRICTLY_PRIVATE.matcher(before).find()
                || (Set.of("c", "cpp").contains(input.language().id())
                        && STATIC.matcher(before).find());
    }

    /// Whether its body does more than a little.
    boolean isWorthMissing(Declaration declaration) {
        return input.bare()
                        .words()
                        .substring(declaration.bodyStart(), declaration.bodyEnd())
                        .chars()
                        .filter(c -> !Character.isWhitespace(c))
                        .count()
                >= WORTH_MISSING;
    }

    private boolean isOutermost(Declaration declaration) {
        return input.declarations().stream()
                .noneMatch(d -> d.kind() == Declaration.Kind.FUNCTION && d.encloses(declaration));
    }

    /// What stands in the line above a declaration and before its name.
    private String before(Declaration declaration) {
        var text = input.bare().words();
        var line = text.lastIndexOf('\n', Math.max(0, declaration.start() - 1));
        var above = line < 0 ? 0 : Math.max(0, text.lastIndexOf('\n', line - 1));
        var name = text.indexOf(declaration.name(), declaration.start());
        return text.substring(above, name < 0 ? declaration.start() : name);
    }
}
