package dev.quarry.check;

import dev.quarry.language.ErrorTrust;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether the code stops in the middle.
final class TailCheck {

    private static final Pattern OPEN_END = Pattern.compile("(?:[,(\\[{=+*/&|<\\\\]|->|=>|&&|\\|\\|)$");

    private TailCheck() {}

    static Check of(Subject subject, AnswerCode code, Piece input) {
        var findings = new ArrayList<Finding>();
        if (subject.ended() == Subject.End.CUT_OFF) {
            findings.add(Finding.failure("The answer was cut off before its end"));
        }
        if (subject.promise() != Subject.Promise.TEXT) {
            var same = input.language().equals(code.language());
            var judges = same ? openAtEnd(input).isEmpty() : code.language().errors() != ErrorTrust.NONE;
            for (var piece : code.pieces()) {
                lastWord(piece).or(() -> judges ? openAtEnd(piece) : Optional.empty()).ifPresent(findings::add);
            }
        }
        return Check.made(Check.Kind.WHOLE, "", findings, "");
    }

    private static Optional<Finding> lastWord(Piece piece) {
        var text = piece.bare().words().stripTrailing();
        var last = text.substring(text.lastIndexOf('\n') + 1).strip();
        var python = piece.language().id().equals("python") && last.endsWith(":");
        return python || (OPEN_END.matcher(last).find() && piece.parsed() && isBracketed(piece) && !isMarkupEnd(last))
                ? Optional.of(at(piece, text.length(), "The code ends in the middle, with \"" + tail(last) + "\""))
                : Optional.empty();
    }

    private static boolean isMarkupEnd(String last) {
        return last.endsWith("*/") || last.endsWith("/>") || last.matches(".*/[a-z]*");
    }

    private static boolean isBracketed(Piece piece) {
        return !piece.language().brackets().isEmpty()
                && !java.util.Set.of("html", "xml", "css", "yaml", "bash", "sql", "markdown")
                        .contains(piece.language().id());
    }

    private static String tail(String line) {
        return line.length() <= 40 ? line : "…" + line.substring(line.length() - 40);
    }

    /// A curly bracket that is never closed; of the others a lexer cannot be sure in every language.
    private static Optional<Finding> openAtEnd(Piece piece) {
        if (!isBracketed(piece)) {
            return Optional.empty();
        }
        var code = piece.bare().code();
        var open = new ArrayDeque<Integer>();
        for (var i = 0; i < code.length(); i++) {
            var c = code.charAt(i);
            if (c == '{') {
                open.push(i);
            } else if (c == '}') {
                if (open.isEmpty()) {
                    return Optional.empty(); // not how this text works
                }
                open.pop();
            }
        }
        // Only where it is told by the parser too, or there is no parser to ask.
        var believed = !piece.parsed() || !piece.errors().isEmpty();
        return open.isEmpty() || !believed
                ? Optional.empty()
                : Optional.of(at(piece, open.peek(), "\"{\" is never closed"));
    }

    private static Finding at(Piece piece, int offset, String message) {
        return new Finding(piece.lineAt(offset), 0, message, Finding.Weight.FAILURE);
    }
}
