package dev.quarry.check;

import dev.quarry.language.ErrorTrust;
import dev.quarry.language.syntax.SyntaxError;
import dev.quarry.language.syntax.SyntaxErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Whether a parser reads the code.
final class ParseCheck {

    private static final Pattern FLOW = Pattern.compile("@flow\\b");

    private ParseCheck() {}

    static Check of(Subject subject, AnswerCode code, Piece input) {
        var language = code.language();
        if (code.pieces().isEmpty()) {
            return Check.notMade(Check.Kind.PARSES, "", "There is no code.");
        }
        if (!code.pieces().getFirst().parsed()) {
            return Check.notMade(Check.Kind.PARSES, "", "Quarry has no parser for " + language.name() + ".");
        }
        var same = input.language().equals(language) && input.parsed();
        if (language.errors() == ErrorTrust.NONE && !(same && input.errors().isEmpty())) {
            return Check.notMade(
                    Check.Kind.PARSES,
                    parser(code),
                    same
                            ? "The parser does not read the input either, so its errors say nothing."
                            : "Its errors in " + language.name() + " mean nothing without an input that it reads.");
        }
        var findings = new ArrayList<Finding>();
        for (var piece : code.pieces()) {
            for (var error : SyntaxErrors.worthShowing(same ? input.errors() : List.of(), piece.errors())) {
                findings.add(new Finding(
                        error.line() + piece.line(), error.column(), error.message(), weight(error, same, piece)));
            }
        }
        if (same) {
            // What the input already had is no fault of the answer's.
            var known = SyntaxErrors.added(
                    input.errors(),
                    code.pieces().stream().flatMap(p -> p.errors().stream()).toList());
            if (known.isEmpty() && !findings.isEmpty()) {
                return Check.made(Check.Kind.PARSES, parser(code), doubts(findings), "The input has the same errors.");
            }
            if (findings.size() <= input.errors().size() && input.errors().size() > 1) {
                return Check.made(
                        Check.Kind.PARSES,
                        parser(code),
                        doubts(findings),
                        "The parser does not read the input either.");
            }
        }
        return Check.made(Check.Kind.PARSES, parser(code), findings, "Syntax only: names and types are not looked at.");
    }

    private static List<Finding> doubts(List<Finding> findings) {
        return findings.stream()
                .map(f -> new Finding(f.line(), f.column(), f.message(), Finding.Weight.DOUBT))
                .toList();
    }

    /// Where a language's errors are only possible ones, brackets that do not fit bear them out.
    private static Finding.Weight weight(SyntaxError error, boolean same, Piece piece) {
        return (error.trust() == ErrorTrust.TRUSTED && !isFlow(piece))
                        || (isFlow(piece) && !TailCheck.isBalanced(piece))
                        || (same && error.trust() == ErrorTrust.POSSIBLE && !TailCheck.isBalanced(piece))
                ? Finding.Weight.FAILURE
                : Finding.Weight.DOUBT;
    }

    /// JavaScript with types, which is another language to a parser.
    private static boolean isFlow(Piece piece) {
        return piece.language().id().equals("javascript")
                && piece.bare().comments().stream()
                        .anyMatch(c -> FLOW.matcher(c.text()).find());
    }

    private static String parser(AnswerCode code) {
        return code.language().name() + " parser";
    }
}
