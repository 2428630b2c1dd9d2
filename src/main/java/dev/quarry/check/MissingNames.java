package dev.quarry.check;

import dev.quarry.language.syntax.Declaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds functions, types and test cases of the input that an answer left out. What only has another name or another
/// place is told from what is gone by [Survival].
final class MissingNames {

    /// Of a stretch of which no more is left than this, the answer has nothing.
    private static final double LOST = 0.34;

    /// Another language has other words for much of it.
    private static final double LOST_IN_TRANSLATION = 0.2;

    /// Of a stretch of which so much is left, the answer has the rest under another name.
    private static final double KEPT = 0.6;

    private final List<Piece> answer;
    private final Piece input;
    private final boolean sameLanguage;
    private final Survival survival;
    private final DeclaredNames declared;
    private final Renames renames;
    private final Demand demand;
    private final Set<String> words = new HashSet<>();
    private final boolean nothingNew;
    private final List<String> missing = new ArrayList<>();
    private final List<String> orphaned = new ArrayList<>();
    private final List<String> renamed = new ArrayList<>();
    private final List<String> hidden = new ArrayList<>();

    private MissingNames(List<Piece> answer, Piece input, boolean sameLanguage) {
        this.answer = answer;
        this.input = input;
        this.sameLanguage = sameLanguage;
        survival = new Survival(input, answer);
        declared = new DeclaredNames(answer, input, sameLanguage);
        renames = new Renames(answer, input);
        demand = new Demand(answer, input, declared, sameLanguage);
        for (var piece : answer) {
            words.addAll(
                    sameLanguage
                            ? Names.plainIn(piece.bare().words())
                            : Names.in(piece.bare().words()));
        }
        nothingNew = declared.news() == 0;
    }

    /// @param sameLanguage whether names are to be as they were
    static List<Finding> in(List<Piece> answer, Piece input, boolean sameLanguage) {
        return new MissingNames(answer, input, sameLanguage).findings();
    }

    private List<Finding> findings() {
        var seen = new LinkedHashSet<String>();
        for (var declaration : input.declarations()) {
            var plain = Names.plain(declaration.name());
            if (plain.chars().anyMatch(Character::isLetter)
                    && !declared.has(declaration)
                    && seen.add(DeclaredNames.key(declaration))
                    && matters(declaration, plain)) {
                judge(declaration, plain);
            }
        }
        var constants = PublicConstants.areKnownIn(answer) ? missing : renamed;
        PublicConstants.missing(answer, input, survival, sameLanguage).stream()
                .filter(n -> !missing.contains(n))
                .forEach(constants::add);
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
        if (hidden.size() > declared.news()) {
            tell(
                    findings,
                    hidden,
                    " is gone and nothing took its place",
                    " are gone, with less in their place",
                    Finding.Weight.DOUBT);
        }
        return findings;
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
                (declaration.visible() || demand.isStillAskedFor(declaration) ? missing : hidden).add(name);
            } else if (declaration.visible()
                    && declaration.hasBody()
                    && plain.equals(Names.bare(name)) // getters and setters become properties
                    && survival.of(declaration.start(), declaration.end(), name).orElse(1) < LOST_IN_TRANSLATION) {
                missing.add(name);
            }
        } else {
            var left = survival.of(declaration.start(), declaration.end(), name);
            // With too few words of its own to tell, only something new can have taken its place.
            var known = left.orElse(nothingNew && demand.isWorthMissing(declaration) ? 0 : 1);
            if (demand.isPublic(declaration)) {
                if ((absent && (left.orElse(0) >= KEPT || renames.isRenamed(declaration)))
                        || renames.isVariableNow(declaration)) {
                    renamed.add(name);
                } else if (absent || known < LOST) {
                    missing.add(name);
                }
            } else if (known < LOST && demand.isStillAskedFor(declaration)) {
                missing.add(name);
            } else if (absent) {
                hidden.add(name);
            }
        }
    }

    /// Several functions may have one name, in one type or in several. Of those that are gone, the name says nothing.
    private void namesakes() {
        var there = new HashMap<String, Integer>();
        answer.forEach(p -> bodies(p).forEach((name, all) -> there.merge(name, all.size(), Integer::sum)));
        bodies(input).forEach((plain, all) -> {
            var count = there.getOrDefault(plain, 0);
            if (count > 0 && count < all.size()) {
                var lost = all.stream()
                        .filter(d -> !declared.isInLostType(d))
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
