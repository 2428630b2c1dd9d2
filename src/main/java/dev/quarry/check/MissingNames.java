package dev.quarry.check;

import dev.quarry.language.syntax.Declaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds functions, types and test cases of the input that an answer left out. What only has another name or another
/// place is told from what is gone by [Survival].
final class MissingNames {

    /// Of a stretch of which no more is left than this, the answer has nothing.
    private static final double LOST = 0.34;

    /// Another language has other words for much of it.
    private static final double LOST_IN_TRANSLATION = 0.2;

    /// Of a stretch of which so much is left, the answer has the rest under another name.
    private static final double KEPT = 0.6;

    /// Of a stretch so like a new one, the new one is the old one renamed.
    private static final double ALIKE = 0.6;

    /// Characters in the body of a hidden function that nothing in the input calls.
    private static final int WORTH_MISSING = 25;

    private static final Pattern TEST = Pattern.compile(
            "@(?:Test|ParameterizedTest|RepeatedTest|Property)\\b|\\[(?:Fact|Theory|Test)\\b|#\\[(?:\\w+::)*test\\b");
    private static final Pattern STRICTLY_PRIVATE =
            Pattern.compile("\\b(?:private|fileprivate|static|local|defp)\\b|#");

    private final List<Piece> answer;
    private final Piece input;
    private final boolean sameLanguage;
    private final Survival survival;
    private final Set<String> declared = new HashSet<>();
    private final Set<String> words = new HashSet<>();
    private final List<String> missing = new ArrayList<>();
    private final List<String> orphaned = new ArrayList<>();
    private final List<String> renamed = new ArrayList<>();
    private final List<String> hidden = new ArrayList<>();

    private MissingNames(List<Piece> answer, Piece input, boolean sameLanguage) {
        this.answer = answer;
        this.input = input;
        this.sameLanguage = sameLanguage;
        survival = new Survival(input, answer);
        for (var piece : answer) {
            piece.declarations().forEach(d -> {
                declared.add(d.name());
                declared.add(key(d));
                if (!sameLanguage) {
                    declared.add(Names.plain(d.name()));
                    declared.add(Names.bare(d.name()));
                }
            });
            words.addAll(
                    sameLanguage
                            ? Names.plainIn(piece.bare().words())
                            : Names.in(piece.bare().words()));
        }
    }

    static List<Finding> in(List<Piece> answer, Piece input, boolean sameLanguage) {
        return new MissingNames(answer, input, sameLanguage).findings();
    }

    private List<Finding> findings() {
        var seen = new LinkedHashSet<String>();
        for (var declaration : input.declarations()) {
            var plain = Names.plain(declaration.name());
            if (!plain.isEmpty()
                    && !isDeclared(declaration)
                    && seen.add(key(declaration))
                    && matters(declaration, plain)) {
                judge(declaration, plain);
            }
        }
        if (sameLanguage) {
            namesakes();
            missing.addAll(TestCases.missing(answer, input, survival));
        }
        var findings = new ArrayList<Finding>();
        tell(findings, missing, " of the input is missing", " of the input are missing", Finding.Weight.FAILURE);
        tell(
                findings,
                orphaned,
                " is used but no longer declared",
                " are used but no longer declared",
                Finding.Weight.FAILURE);
        tell(findings, renamed, " has another name or place", " have other names or places", Finding.Weight.DOUBT);
        if (hidden.size() > news()) {
            tell(
                    findings,
                    hidden,
                    " is gone and nothing took its place",
                    " are gone, with less in their place",
                    Finding.Weight.DOUBT);
        }
        return findings;
    }

    /// A type and a function may have one plain name, such as `TestCase` and `test_case`.
    private static String key(Declaration declaration) {
        return declaration.kind() + " " + Names.plain(declaration.name());
    }

    private boolean isDeclared(Declaration declaration) {
        return declared.contains(declaration.name())
                || declared.contains(key(declaration))
                || (!sameLanguage && declared.contains(Names.plain(declaration.name())));
    }

    /// How many names the answer declares that the input did not.
    private long news() {
        var known = new HashSet<String>();
        input.declarations().forEach(d -> known.add(Names.plain(d.name())));
        return answer.stream()
                .flatMap(p -> p.declarations().stream())
                .map(d -> Names.plain(d.name()))
                .filter(n -> !known.contains(n))
                .distinct()
                .count();
    }

    private boolean matters(Declaration declaration, String plain) {
        return sameLanguage
                || (!CustomaryNames.has(plain)
                        && plain.length() > 1
                        && !declaration.name().startsWith("__"));
    }

    /// A name that the answer does not declare.
    private void judge(Declaration declaration, String plain) {
        var name = declaration.name();
        var absent = !words.contains(plain) && (sameLanguage || !words.contains(Names.bare(name)));
        if (!absent
                && References.isUsed(answer, declaration)
                && !References.comesFromElsewhere(answer, declaration, input)) {
            orphaned.add(name);
        } else if (!sameLanguage) {
            if (absent) {
                (declaration.visible() ? missing : hidden).add(name);
            } else if (declaration.visible()
                    && declaration.hasBody()
                    && plain.equals(Names.bare(name)) // getters and setters become properties
                    && survival.of(declaration.start(), declaration.end(), name).orElse(1) < LOST_IN_TRANSLATION) {
                missing.add(name);
            }
        } else {
            var left = survival.of(declaration.start(), declaration.end(), name);
            if (counts(declaration)) {
                if (absent && (left.orElse(0) >= KEPT || isRenamed(declaration))) {
                    renamed.add(name);
                } else if (absent || left.orElse(1) < LOST) {
                    missing.add(name);
                }
            } else if (left.orElse(1) < LOST && isStillAskedFor(declaration)) {
                missing.add(name);
            } else if (absent) {
                hidden.add(name);
            }
        }
    }

    /// Whether a name that only the answer declares stands for much the same text.
    private boolean isRenamed(Declaration declaration) {
        var body = Names.counted(text(input, declaration));
        var known = new HashSet<String>();
        input.declarations().forEach(d -> known.add(d.name()));
        return answer.stream()
                .anyMatch(p -> p.declarations().stream()
                        .filter(d -> d.kind() == declaration.kind() && !known.contains(d.name()))
                        .anyMatch(d -> likeness(body, Names.counted(text(p, d))) >= ALIKE));
    }

    private static String text(Piece piece, Declaration declaration) {
        return piece.bare().words().substring(declaration.start(), declaration.end());
    }

    /// Twice what two texts have in common over what they have in all, 0 to 1 (Dice).
    private static double likeness(Map<String, Integer> one, Map<String, Integer> other) {
        var common = 0;
        for (var word : one.entrySet()) {
            common += Math.min(word.getValue(), other.getOrDefault(word.getKey(), 0));
        }
        var all = one.values().stream().mapToInt(i -> i).sum()
                + other.values().stream().mapToInt(i -> i).sum();
        return all == 0 ? 0 : 2.0 * common / all;
    }

    /// Whether it is there for others: it is visible, or a test.
    private boolean counts(Declaration declaration) {
        return declaration.visible() || TEST.matcher(before(declaration)).find();
    }

    /// Whether a hidden function is called by something that is not in the input, or still by the answer.
    private boolean isStillAskedFor(Declaration declaration) {
        if (declaration.kind() != Declaration.Kind.FUNCTION) {
            return false;
        }
        var before = References.alone(List.of(input), declaration);
        return References.all(List.of(input), declaration) == 0
                ? ink(declaration) >= WORTH_MISSING
                        && !STRICTLY_PRIVATE.matcher(before(declaration)).find()
                        && isOutermost(declaration)
                : before > 0
                        && References.alone(answer, declaration) >= before
                        && !References.comesFromElsewhere(answer, declaration, input);
    }

    private long ink(Declaration declaration) {
        return input.bare()
                .words()
                .substring(declaration.bodyStart(), declaration.bodyEnd())
                .chars()
                .filter(c -> !Character.isWhitespace(c))
                .count();
    }

    private boolean isOutermost(Declaration declaration) {
        return input.declarations().stream()
                .noneMatch(d -> d.kind() == Declaration.Kind.FUNCTION
                        && d.start() < declaration.start()
                        && d.end() >= declaration.end());
    }

    /// What stands in the line above a declaration and before its name.
    private String before(Declaration declaration) {
        var text = input.bare().words();
        var line = text.lastIndexOf('\n', Math.max(0, declaration.start() - 1));
        var above = line < 0 ? 0 : Math.max(0, text.lastIndexOf('\n', line - 1));
        var name = text.indexOf(declaration.name(), declaration.start());
        return text.substring(above, name < 0 ? declaration.start() : name);
    }

    /// Several functions may have one name, in one type or in several. Of those that are gone, the name says nothing.
    private void namesakes() {
        var there = new HashMap<String, Integer>();
        answer.forEach(p -> bodies(p).forEach((name, all) -> there.merge(name, all.size(), Integer::sum)));
        bodies(input).forEach((plain, all) -> {
            var count = there.getOrDefault(plain, 0);
            if (count > 0 && count < all.size()) {
                var lost = all.stream()
                        .filter(d -> survival.of(d.start(), d.end(), d.name()).orElse(1) < LOST)
                        .count();
                if (lost > 0) {
                    missing.add("one of " + all.size() + " " + all.getFirst().name());
                }
            }
        });
    }

    private static Map<String, List<Declaration>> bodies(Piece piece) {
        var bodies = new HashMap<String, List<Declaration>>();
        for (var declaration : piece.declarations()) {
            if (declaration.kind() == Declaration.Kind.FUNCTION && declaration.hasBody()) {
                bodies.computeIfAbsent(Names.plain(declaration.name()), n -> new ArrayList<>())
                        .add(declaration);
            }
        }
        return bodies;
    }

    private static void tell(List<Finding> to, List<String> names, String one, String several, Finding.Weight weight) {
        if (names.isEmpty()) {
            return;
        }
        var shown = names.stream().limit(8).toList();
        var more = names.size() - shown.size();
        var list = String.join(", ", shown) + (more > 0 ? " and " + more + " more" : "");
        to.add(new Finding(0, 0, list + (names.size() == 1 ? one : several), weight));
    }
}
