package dev.quarry.check;

import dev.quarry.language.syntax.Declaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Finds functions that did something in the input and do nothing in the answer.
final class EmptyBodies {

    private static final int SUBSTANTIAL_LINES = 2;

    private static final Pattern NOTHING = Pattern.compile(
            "(?:pass|\\.\\.\\.|;|return(?:\\s+(?:None|null|nil|undefined|0|false|False|true|True|\\[\\s*\\]|\\{\\s*\\}))?;?|None"
                    + "|nil|null)?");

    private EmptyBodies() {}

    static List<Finding> in(List<Piece> answer, Piece input) {
        var before = bodies(List.of(input));
        var after = bodies(answer);
        var findings = new ArrayList<Finding>();
        before.forEach((name, had) -> {
            var has = after.get(name);
            if (has == null || has.size() != had.size()) {
                return; // of overloads that changed in number, which is which is not known
            }
            for (var i = 0; i < had.size(); i++) {
                if (isSubstantial(had.get(i)) && isEmpty(has.get(i))) {
                    var place = has.get(i);
                    findings.add(new Finding(
                            place.piece().lineAt(place.declaration().start()),
                            0,
                            place.declaration().name() + " has lost its body",
                            Finding.Weight.FAILURE));
                }
            }
        });
        return findings;
    }

    private record Body(Piece piece, Declaration declaration) {

        String code() {
            var text = piece.bare().code().substring(declaration.bodyStart(), declaration.bodyEnd()).strip();
            return text.startsWith("{") && text.endsWith("}") && text.length() > 1
                    ? text.substring(1, text.length() - 1).strip()
                    : text;
        }
    }

    private static Map<String, List<Body>> bodies(List<Piece> pieces) {
        var bodies = new HashMap<String, List<Body>>();
        for (var piece : pieces) {
            for (var declaration : piece.declarations()) {
                if (declaration.kind() == Declaration.Kind.FUNCTION && declaration.hasBody()) {
                    bodies.computeIfAbsent(Names.plain(declaration.name()), n -> new ArrayList<>())
                            .add(new Body(piece, declaration));
                }
            }
        }
        return bodies;
    }

    private static boolean isSubstantial(Body body) {
        return body.code().lines().filter(l -> l.chars().anyMatch(Character::isLetterOrDigit)).count()
                        >= SUBSTANTIAL_LINES
                && !isEmpty(body);
    }

    private static boolean isEmpty(Body body) {
        return NOTHING.matcher(body.code()).matches();
    }
}
