package dev.quarry.check;

import dev.quarry.language.BlockWords;
import dev.quarry.language.ErrorTrust;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether the code stops in the middle.
final class TailCheck {

    private static final Pattern OPEN_END = Pattern.compile("(?:[,(\\[{=+*/&|<\\\\]|->|=>|&&|\\|\\|)$");

    /// A shorter last line could be anything.
    private static final int SHORTEST_END = 6;

    /// So few lines may have been rewritten; more when the last line is whole.
    private static final int LINES_LEFT = 6;

    private static final int WHOLE_LINES_LEFT = 12;

    /// The part of a text that is its end: a quarter.
    private static final int END = 4;

    /// Of a stretch of which no more is left than this, a translation has nothing.
    private static final double NOTHING_LEFT = 0.1;

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
                lastWord(piece)
                        .or(() -> judges ? openAtEnd(piece) : Optional.empty())
                        .ifPresent(findings::add);
            }
            if (same && findings.isEmpty() && subject.promise() == Subject.Promise.ALL_OF_THE_INPUT) {
                stopsEarly(code.pieces().getLast(), code, input).ifPresent(findings::add);
            }
            if (!same && findings.isEmpty() && subject.promise() == Subject.Promise.ALL_OF_THE_INPUT) {
                endsEarly(code.pieces(), input).ifPresent(findings::add);
            }
        }
        return Check.made(Check.Kind.WHOLE, "", findings, "");
    }

    /// Whether a translation has nothing of what the end of the input says.
    private static Optional<Finding> endsEarly(List<Piece> pieces, Piece input) {
        var length = input.text().stripTrailing().length();
        if (said(input.bare().code()).size() < WHOLE_LINES_LEFT) {
            return Optional.empty();
        }
        var left = new Survival(input, pieces).of(length - length / END, length, "");
        return left.orElse(1) <= NOTHING_LEFT
                ? Optional.of(at(
                        pieces.getLast(),
                        pieces.getLast().text().stripTrailing().length(),
                        "The code has nothing of what the end of the input does"))
                : Optional.empty();
    }

    /// Whether the last line is one from the middle of the input, or the start of one, and nothing of what
    /// follows there is anywhere in the answer.
    private static Optional<Finding> stopsEarly(Piece last, AnswerCode code, Piece input) {
        // With comments: a documentation that stops is an answer that stops.
        var now = said(last.text());
        var before = said(input.text());
        var end = last.text().stripTrailing().lines().reduce("", (a, b) -> b).strip();
        if (end.length() < SHORTEST_END || !now.contains(end)) {
            return Optional.empty(); // a bracket that closes something ends code well
        }
        var at = -1;
        for (var i = 0; i < before.size(); i++) {
            var line = before.get(i);
            if (line.startsWith(end)) {
                at = i; // of several, the last one leaves least
            }
        }
        if (at < 0 || before.size() - at <= (before.get(at).equals(end) ? WHOLE_LINES_LEFT : LINES_LEFT)) {
            return Optional.empty();
        }
        var there = new HashSet<String>();
        code.pieces().forEach(p -> there.addAll(said(p.text())));
        var rest = before.subList(at + 1, before.size());
        var left = rest.stream().filter(there::contains).count();
        return left * 4 < rest.size()
                ? Optional.of(at(
                        last,
                        last.text().stripTrailing().length(),
                        "The code stops where the input goes on for " + rest.size() + " lines"))
                : Optional.empty();
    }

    /// The lines that say something, without their indentation.
    private static List<String> said(String text) {
        return text.lines()
                .map(String::strip)
                .filter(l -> l.chars().anyMatch(Character::isLetterOrDigit))
                .toList();
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
                && !Set.of("html", "xml", "css", "yaml", "bash", "sql", "markdown")
                        .contains(piece.language().id());
    }

    private static String tail(String line) {
        return line.length() <= 40 ? line : "…" + line.substring(line.length() - 40);
    }

    /// Whether every bracket has its other half.
    static boolean isBalanced(Piece piece) {
        return openAtEnd(piece).isEmpty();
    }

    /// The first bracket or block that does not fit. Of what a parser reads, the parser decides.
    private static Optional<Finding> openAtEnd(Piece piece) {
        if (!isBracketed(piece) || (piece.parsed() && piece.errors().isEmpty())) {
            return Optional.empty();
        }
        var code = piece.bare().code();
        var open = new ArrayDeque<Integer>();
        for (var i = 0; i < code.length(); i++) {
            var kind = "([{)]}".indexOf(code.charAt(i));
            if (kind >= 3) {
                if (open.isEmpty() || "([{".indexOf(code.charAt(open.peek())) != kind - 3) {
                    return Optional.of(at(piece, i, "\"" + code.charAt(i) + "\" closes nothing"));
                }
                open.pop();
            } else if (kind >= 0) {
                open.push(i);
            }
        }
        return open.isEmpty()
                ? openBlock(piece)
                : Optional.of(at(piece, open.peek(), "\"" + code.charAt(open.peek()) + "\" is never closed"));
    }

    /// Words such as `function` and `end`, where there is no parser.
    private static Optional<Finding> openBlock(Piece piece) {
        var blocks = piece.language().blocks();
        if (piece.parsed() || blocks.isEmpty() || blocks.stream().anyMatch(BlockWords::leading)) {
            return Optional.empty();
        }
        var open = 0;
        var words = Pattern.compile("\\b[a-z]+\\b").matcher(piece.bare().code());
        while (words.find()) {
            var word = words.group();
            if (blocks.stream().anyMatch(b -> b.open().equals(word))) {
                open++;
            } else if (blocks.stream().anyMatch(b -> b.close().equals(word))) {
                open--;
            }
        }
        return open == 0
                ? Optional.empty()
                : Optional.of(
                        at(piece, piece.text().length(), "Blocks are opened and not closed, or the other way round"));
    }

    private static Finding at(Piece piece, int offset, String message) {
        return new Finding(piece.lineAt(offset), 0, message, Finding.Weight.FAILURE);
    }
}
