package dev.quarry.check;

import dev.quarry.language.syntax.Declaration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds functions and types of the input that an answer neither declares nor names.
final class MissingNames {

    /// What languages write so differently that a translation need not name it.
    private static final Set<String> CUSTOMARY = Set.of(
            "main",
            "init",
            "constructor",
            "new",
            "tostring",
            "str",
            "repr",
            "equals",
            "eq",
            "ne",
            "hash",
            "hashcode",
            "compareto",
            "cmp",
            "lt",
            "le",
            "gt",
            "ge",
            "iter",
            "next",
            "len",
            "length",
            "size",
            "enter",
            "exit",
            "close",
            "dispose",
            "del",
            "drop",
            "string",
            "format",
            "fmt",
            "tos",
            "inspect",
            "call",
            "invoke",
            "clone",
            "copy",
            "default",
            "from",
            "into",
            "deref",
            "index",
            "contains",
            "getitem",
            "setitem",
            "delitem",
            "bool",
            "add",
            "sub",
            "initialize",
            "each",
            "finalize",
            "destruct",
            "construct",
            "setup",
            "teardown",
            "companion",
            "test",
            "tests",
            "impl",
            "values",
            "valueof",
            "error",
            "builder",
            "create",
            "of",
            "get",
            "set");

    private MissingNames() {}

    static List<Finding> in(List<Piece> answer, Piece input, boolean sameLanguage) {
        var declared = new HashSet<String>();
        answer.forEach(p -> p.declarations().forEach(d -> {
            declared.add(Names.plain(d.name()));
            declared.add(Names.bare(d.name()));
        }));
        var words = new HashSet<String>();
        answer.forEach(p -> words.addAll(Names.in(p.bare().words())));
        var known = new HashSet<String>();
        input.declarations().forEach(d -> known.add(Names.plain(d.name())));
        var news = declared.stream().filter(n -> !known.contains(n)).count();

        var seen = new LinkedHashSet<String>();
        var visible = new ArrayList<String>();
        var hidden = new ArrayList<String>();
        var orphaned = new ArrayList<String>();
        for (var declaration : input.declarations()) {
            var plain = Names.plain(declaration.name());
            if (plain.isEmpty()
                    || declared.contains(plain)
                    || !seen.add(plain)
                    || !matters(declaration, plain, sameLanguage)) {
                continue;
            }
            if (!words.contains(plain)) {
                if (sameLanguage || !words.contains(Names.bare(declaration.name()))) {
                    (declaration.visible() ? visible : hidden).add(declaration.name());
                }
            } else if (sameLanguage && isUsed(answer, declaration) && !comesFromElsewhere(answer, declaration)) {
                orphaned.add(declaration.name());
            }
        }
        var findings = new ArrayList<Finding>();
        tell(findings, visible, " of the input is missing", " of the input are missing", Finding.Weight.FAILURE);
        tell(
                findings,
                orphaned,
                " is used but no longer declared",
                " are used but no longer declared",
                Finding.Weight.FAILURE);
        if (hidden.size() > news) {
            tell(
                    findings,
                    hidden,
                    " is gone and nothing took its place",
                    " are gone, with less in their place",
                    Finding.Weight.DOUBT);
        }
        return findings;
    }

    private static boolean matters(Declaration declaration, String plain, boolean sameLanguage) {
        return sameLanguage
                || (!CUSTOMARY.contains(plain)
                        && plain.length() > 1
                        && !declaration.name().startsWith("__"));
    }

    private static boolean isUsed(List<Piece> answer, Declaration declaration) {
        var name = Pattern.quote(declaration.name());
        // What is not visible from outside is not called on other objects: that would be another function.
        var before = declaration.visible() ? "(?<![\\w$])" : "(?<![\\w$.>:])";
        var uses = declaration.kind() == Declaration.Kind.FUNCTION
                ? Pattern.compile(before + name + "\\s*\\(")
                : Pattern.compile("\\bnew\\s+" + name + "\\b");
        return answer.stream().anyMatch(p -> uses.matcher(p.bare().code()).find());
    }

    /// Whether an answer says where a name comes from, or has made something else of it.
    private static boolean comesFromElsewhere(List<Piece> answer, Declaration declaration) {
        var name = Pattern.quote(declaration.name());
        var sources =
                Pattern.compile("(?m)^.*\\b(?:import|from|use|using|require|include|extern)\\b.*\\b" + name + "\\b"
                        + "|\\b(?:import|const|let|var|use)\\s*(?:\\w+\\s*,\\s*)?\\{[^}]*\\b" + name + "\\b[^}]*\\}"
                        + "|\\bimport\\s*\\([^)]*\\b" + name + "\\b"
                        + "|\\b" + name + "\\b[\"']?\\s*(?:=|:=|:|<-)[^=:]");
        var ownHeader = Pattern.compile("(?m)^\\s*#\\s*include\\s*\"");
        return answer.stream()
                .anyMatch(p -> sources.matcher(p.bare().words()).find()
                        || ownHeader.matcher(p.text()).find());
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
