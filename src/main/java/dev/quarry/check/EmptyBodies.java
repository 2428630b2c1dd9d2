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
    private static final int SUBSTANTIAL_INK = 20;

    private static final Pattern NOTHING = Pattern.compile(
            "(?:pass|\\.\\.\\.|;|return(?:\\s+(?:None|null|nil|undefined|0|false|False|true|True|\\[\\s*\\]|\\{\\s*\\}))?;?|None"
                    + "|nil|null|=?\\s*\\w+(?:\\([^()]*\\))?\\s*\\{\\s*\\})?");

    private EmptyBodies() {}

    static List<Finding> in(List<Piece> answer, Piece input) {
        var before = bodies(List.of(input));
        var findings = new ArrayList<Finding>();
        bodies(answer).forEach((name, has) -> {
            var had = before.getOrDefault(name, List.of());
            var empty = has.stream().filter(EmptyBodies::isEmpty).toList();
            var full = has.size() - empty.size();
            var emptyBefore = had.stream().filter(EmptyBodies::isEmpty).count();
            var substantialBefore =
                    had.stream().filter(EmptyBodies::isSubstantial).count();
            // Signatures without a body may stay when the one with a body is gone.
            var lost = (empty.size() > emptyBefore || full == 0) && full < substantialBefore;
            if (lost || (had.isEmpty() && full == 0 && isHollow(has.getLast(), answer))) {
                var place = empty.getLast();
                findings.add(new Finding(
                        place.piece().lineAt(place.declaration().start()),
                        0,
                        place.declaration().name() + (lost ? " has lost its body" : " is called and has no body"),
                        lost ? Finding.Weight.FAILURE : Finding.Weight.DOUBT));
            }
        });
        findings.addAll(types(answer, input));
        return findings;
    }

    /// Types that had members and have none.
    private static List<Finding> types(List<Piece> answer, Piece input) {
        var findings = new ArrayList<Finding>();
        for (var before : input.declarations()) {
            if (before.kind() != Declaration.Kind.TYPE || !before.hasBody() || members(input, before) < 2) {
                continue;
            }
            for (var piece : answer) {
                var same = piece.declarations().stream()
                        .filter(d ->
                                d.kind() == Declaration.Kind.TYPE && d.name().equals(before.name()))
                        .toList();
                if (same.size() == 1
                        && members(piece, same.getFirst()) == 0
                        && (!same.getFirst().hasBody() || isEmpty(new Body(piece, same.getFirst())))
                        && answer.stream().noneMatch(p -> hasMembersElsewhere(p, same.getFirst(), input, before))) {
                    findings.add(new Finding(
                            piece.lineAt(same.getFirst().start()),
                            0,
                            before.name() + " has lost its members",
                            Finding.Weight.FAILURE));
                }
            }
        }
        return findings;
    }

    private static long members(Piece piece, Declaration type) {
        return piece.declarations().stream()
                .filter(d -> d.start() > type.start() && d.end() <= type.end())
                .filter(d -> !d.name().equals(type.name()) && !d.name().equals("constructor"))
                .count();
    }

    /// Whether what was inside of the type is now beside it, as functions of a file or extensions.
    private static boolean hasMembersElsewhere(Piece piece, Declaration type, Piece input, Declaration before) {
        var inside = input.declarations().stream()
                .filter(d -> d.start() > before.start() && d.end() <= before.end())
                .map(d -> Names.plain(d.name()))
                .toList();
        return piece.declarations().stream().anyMatch(d -> !d.equals(type) && inside.contains(Names.plain(d.name())));
    }

    private record Body(Piece piece, Declaration declaration) {

        String code() {
            var text = piece.bare()
                    .code()
                    .substring(declaration.bodyStart(), declaration.bodyEnd())
                    .strip();
            return text.startsWith("{") && text.endsWith("}") && text.length() > 1
                    ? text.substring(1, text.length() - 1).strip()
                    : text;
        }
    }

    private static Map<String, List<Body>> bodies(List<Piece> pieces) {
        var bodies = new HashMap<String, List<Body>>();
        for (var piece : pieces) {
            for (var declaration : piece.declarations()) {
                if (declaration.kind() == Declaration.Kind.FUNCTION && (piece.parsed() || declaration.hasBody())) {
                    bodies.computeIfAbsent(Names.plain(declaration.name()), n -> new ArrayList<>())
                            .add(new Body(piece, declaration));
                }
            }
        }
        return bodies;
    }

    private static boolean isSubstantial(Body body) {
        var code = body.code();
        return !isEmpty(body)
                && (code.lines()
                                        .filter(l -> l.chars().anyMatch(Character::isLetterOrDigit))
                                        .count()
                                >= SUBSTANTIAL_LINES
                        || code.chars().filter(c -> !Character.isWhitespace(c)).count() >= SUBSTANTIAL_INK);
    }

    /// Whether a function that is new, and used, has a body with nothing in it.
    private static boolean isHollow(Body body, List<Piece> answer) {
        var name = body.declaration().name();
        var call = Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "\\s*\\(");
        var calls = answer.stream()
                .mapToLong(p -> call.matcher(p.bare().code()).results().count())
                .sum();
        return body.declaration().hasBody() && calls > 1 && body.code().matches("(?:pass)?");
    }

    private static boolean isEmpty(Body body) {
        return NOTHING.matcher(body.code()).matches();
    }
}
