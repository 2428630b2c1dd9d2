package dev.quarry.check;

import dev.quarry.language.syntax.Declaration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds what stands in an answer in place of code: comments such as `// rest unchanged`, and bodies that only say
/// that they are missing.
final class Placeholders {

    private static final String THINGS =
            "(?:code|methods?|functions?|implementations?|logic|imports?|class(?:es)?|fields?|members?|constants?|lines?"
                    + "|definitions?|properties|tests?|cases?|handlers?|routes?|helpers?|parts?|body|bodies|file|stuff"
                    + "|setup|variables?|types?|content|script|module|statements?|declarations?|configuration)";

    private static final Pattern SAYS_SO = Pattern.compile(
            String.join(
                    "|",
                    "\\b(?:the )?(?:rest|remainder|remaining|other|others|existing|previous|original|same|all other|more)\\b"
                            + "[^.;\n]{0,40}\\b" + THINGS
                            + "\\b[^.;\n]{0,30}\\b(?:here|unchanged|omitted|as (?:before|above|is)|goes|go|stays?|remains?"
                            + "|same|continues?|follows?)\\b",
                    "^(?:\\W*)(?:the )?(?:rest|remainder) (?:of|is|remains|stays|unchanged|goes|as)\\b.{0,60}$",
                    "^(?:\\W*)(?:\\.\\.\\.|…)\\W*(?:the |and )?(?:rest|remaining|other|existing|previous|original|same|more"
                            + "|similar|etc|implementation|omitted|unchanged|code|your|keep|continue)\\b.{0,80}$",
                    "^(?:\\W*)(?:existing|remaining|previous|original|unchanged|same|other|your) " + THINGS
                            + "(?: (?:here|unchanged|remains?|goes here|stays?|continues?|as before).{0,30})?\\W*$",
                    "(?:^\\W*|\\b(?:rest|remainder|remaining|others?|everything|all|existing|original|" + THINGS
                            + ")\\b.{0,60}?\\b)(?:remains?|stays?|left|is|are|kept)\\s+(?:the same|unchanged|as (?:is|before))"
                            + "(?:\\s+(?:as|from) (?:before|above|the original).{0,20})?\\W*$",
                    "^\\W*(?:unchanged|no changes?(?: here| needed)?|same as (?:before|above|original|the original)"
                            + "|as before|as above|omitted|snip(?:ped)?|truncated|elided)\\W*$",
                    "\\b(?:omitted|elided|truncated|abbreviated|shortened) for (?:brevity|clarity|space|simplicity)\\b",
                    "\\bfor brevity\\b",
                    "\\b(?:add|put|insert|write|place|implement) (?:your|the|remaining|rest|other|actual)\\b.{0,30}\\b"
                            + THINGS + "\\b.{0,20}\\bhere\\b",
                    "^\\W*(?:your|implementation|actual|logic) ?" + THINGS + "? (?:goes )?here\\W*$",
                    "\\bimplementation (?:goes here|omitted|unchanged|remains|left out|not shown)\\b",
                    "\\bnot (?:shown|included) (?:here|for)\\b",
                    "\\b(?:similar(?:ly)?|same|repeat)\\b[^.\n]{0,30}\\bfor (?:the )?(?:other|rest|remaining)\\b",
                    "^\\W*(?:todo|fixme)\\W*(?:implement|complete|port|translate|convert|add (?:the )?(?:rest|remaining"
                            + "|implementation|logic)|rest|remaining|fill)\\b.{0,80}$",
                    "\\b(?:rest|übrige[rn]?|restliche[rn]?)\\b.{0,30}\\b(?:unverändert|wie (?:bisher|vorher|oben)|bleibt)\\b",
                    "\\b(?:reste|suite)\\b.{0,30}\\b(?:inchangé|identique)",
                    "\\bresto\\b.{0,30}\\b(?:sin cambios|igual|inalterado|sem alterações)\\b"),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.MULTILINE);

    /// Beside code, such words say something of that code.
    private static final Pattern SAYS_LITTLE = Pattern.compile(
            "^\\W*(?:existing|remaining|previous|original|unchanged|same|other|your) " + THINGS + "\\W*$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ONLY_DOTS = Pattern.compile("^\\W*(?:\\.\\.\\.|…)\\W*$");

    private static final Pattern STUB = Pattern.compile(
            "\\b(?:todo!|unimplemented!)\\s*\\(|\\bTODO\\s*\\(\\s*(?:\"[^\"]*\")?\\s*\\)|\\braise\\s+NotImplementedError\\b"
                    + "|\\bthrow\\s+new\\s+(?:UnsupportedOperationException|NotImplementedException)\\b"
                    + "|\\b(?:panic|fatalError|die|error|Error|RuntimeException|IllegalStateException)\\s*\\(\\s*[\"'`]"
                    + "(?i:not (?:yet )?implemented|unimplemented|todo|implement me)");

    private static final Pattern DOCUMENTS = Pattern.compile("^\\s*(?:/\\*\\*|///|//!)");

    private static final Pattern BARE_DOTS = Pattern.compile("(?m)^[ \\t]*(?:\\.\\.\\.|…)[ \\t]*\\r?$");

    private Placeholders() {}

    static List<Finding> in(Piece answer, Piece input) {
        var known = known(input);
        var findings = new ArrayList<Finding>();
        for (var comment : answer.bare().comments()) {
            var at = comment.start();
            // What documents speaks of what stays as it is, and is no place for code.
            var documents =
                    comment.documents() || DOCUMENTS.matcher(comment.text()).find();
            for (var line : comment.text().split("\\R", -1)) {
                var said = said(line);
                if (!documents
                        && !known.contains(said)
                        && !(SAYS_LITTLE.matcher(said).find() && isBesideCode(answer, at))
                        && (SAYS_SO.matcher(said).find()
                                || ONLY_DOTS.matcher(said).matches())) {
                    findings.add(found(answer, at, "\"" + shorten(said) + "\" stands where code should"));
                    break;
                }
                at += line.length() + 1;
            }
        }
        stubs(answer, input, findings);
        dots(answer, input, findings);
        return findings;
    }

    private static boolean isBesideCode(Piece answer, int at) {
        var words = answer.bare().words();
        return !words.substring(words.lastIndexOf('\n', Math.max(0, at - 1)) + 1, at)
                .isBlank();
    }

    private static Set<String> known(Piece input) {
        var known = new HashSet<String>();
        input.bare()
                .comments()
                .forEach(c -> c.text().lines().map(Placeholders::said).forEach(known::add));
        return known;
    }

    private static String said(String line) {
        return line.replaceAll("^[\\s/*#;%!<\\-{(\"']+|[\\s/*#>\\-})\"']+$", "").strip();
    }

    private static void stubs(Piece answer, Piece input, List<Finding> findings) {
        var had = STUB.matcher(input.bare().words()).results().count();
        var has = STUB.matcher(answer.bare().words()).results().toList();
        if (has.size() > had) {
            var first = has.get((int) had);
            var message = "\"" + shorten(first.group()) + "\" stands where code should";
            findings.add(
                    isNew(answer, input, first.start())
                            ? new Finding(answer.lineAt(first.start()), 0, message, Finding.Weight.DOUBT)
                            : found(answer, first.start(), message));
        }
    }

    /// Whether it is in a function of a type that the input did not have: perhaps one to be overridden.
    private static boolean isNew(Piece answer, Piece input, int at) {
        var known = input.declaredNames();
        return answer.declarations().stream()
                .anyMatch(d -> d.kind() == Declaration.Kind.TYPE
                        && d.start() <= at
                        && d.end() > at
                        && !known.contains(Names.plain(d.name())));
    }

    /// In Python and in TypeScript's and PHP's types three dots can be code.
    private static void dots(Piece answer, Piece input, List<Finding> findings) {
        var had = BARE_DOTS.matcher(input.bare().code()).results().count();
        var has = BARE_DOTS.matcher(answer.bare().code()).results().toList();
        if (has.size() > had && !stubFile(answer)) {
            findings.add(found(answer, has.get((int) had).start(), "\"...\" stands where code should"));
        }
    }

    /// Where most bodies are dots, they are meant: a protocol, or overloads.
    private static boolean stubFile(Piece answer) {
        return answer.language().id().equals("python")
                && Pattern.compile("\\b(?:Protocol|overload|abstractmethod|ABC|Exception|Error)\\b")
                        .matcher(answer.bare().code())
                        .find();
    }

    private static Finding found(Piece answer, int at, String message) {
        return new Finding(answer.lineAt(at), 0, message.replace('\n', ' '), Finding.Weight.FAILURE);
    }

    private static String shorten(String text) {
        var line = text.strip();
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }
}
