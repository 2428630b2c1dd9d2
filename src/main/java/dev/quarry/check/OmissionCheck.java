package dev.quarry.check;

import dev.quarry.language.Languages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Whether an answer left something out.
final class OmissionCheck {

    private static final int WORTH_COUNTING = 30;
    private static final double TOO_SHORT = 0.35;
    private static final double TOO_SHORT_TRANSLATED = 0.2;

    private OmissionCheck() {}

    static Check of(Subject subject, AnswerCode code, Piece input) {
        var kind = Check.Kind.NOTHING_DROPPED;
        if (code.pieces().isEmpty()) {
            return Check.notMade(kind, "", "There is no code.");
        }
        var findings = new ArrayList<Finding>();
        code.pieces().forEach(p -> findings.addAll(Placeholders.in(p, input)));
        if (subject.promise() != Subject.Promise.ALL_OF_THE_INPUT) {
            return Check.made(kind, "", findings, "The answer is code of its own: only placeholders were looked for.");
        }
        if (input.language().equals(Languages.PLAIN_TEXT)) {
            return Check.made(
                    kind, "", findings, "The input's language is not known: only placeholders were looked for.");
        }
        var same = code.language().equals(input.language()) || kin(code, input);
        findings.addAll(MissingNames.in(code.pieces(), input, same));
        var empty = EmptyBodies.in(code.pieces(), input);
        findings.addAll(empty);
        if (same) {
            findings.addAll(EmptyBlocks.in(
                    code.pieces(),
                    input,
                    empty.stream()
                            .filter(f -> f.weight() == Finding.Weight.FAILURE)
                            .map(Finding::line)
                            .collect(Collectors.toSet())));
        }
        tooShort(code.pieces(), input, same).ifPresent(findings::add);
        return Check.made(
                kind,
                input.declarations().size() + " names of the input",
                findings,
                input.declarations().isEmpty()
                        ? "The input declares no function or type: only placeholders and length were looked at."
                        : "Names and empty bodies, not what the functions do.");
    }

    /// JavaScript that became TypeScript keeps its names as they are.
    private static boolean kin(AnswerCode code, Piece input) {
        var script = List.of("javascript", "typescript", "tsx");
        return script.contains(code.language().id())
                && script.contains(input.language().id());
    }

    private static Optional<Finding> tooShort(List<Piece> pieces, Piece input, boolean same) {
        var had = lines(input);
        var ink = pieces.stream().mapToLong(OmissionCheck::ink).sum();
        var before = ink(input);
        if (had < WORTH_COUNTING || ink >= before * (same ? TOO_SHORT : TOO_SHORT_TRANSLATED)) {
            return Optional.empty();
        }
        return Optional.of(Finding.failure(
                "The answer has " + Math.round(100.0 * ink / before) + " % of the input's code, comments apart"));
    }

    private static long lines(Piece piece) {
        return piece.bare().words().lines().filter(l -> !l.isBlank()).count();
    }

    private static long ink(Piece piece) {
        return piece.bare()
                .words()
                .chars()
                .filter(c -> !Character.isWhitespace(c))
                .count();
    }
}
