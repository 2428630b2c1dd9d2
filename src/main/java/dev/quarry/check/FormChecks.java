package dev.quarry.check;

import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.language.detect.LanguageDetector;
import dev.quarry.run.FencedCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What can be said of an answer's form: its fences and its language.
final class FormChecks {

    private static final LanguageDetector DETECTOR = new LanguageDetector();

    /// Pairs where one may well stand for the other.
    private static final List<Set<String>> KIN = List.of(
            Set.of("c", "cpp"),
            Set.of("typescript", "tsx"),
            Set.of("javascript", "tsx"),
            Set.of("javascript", "typescript"),
            Set.of("json", "javascript"));

    /// Shorter texts are often told wrong.
    private static final int LONG_ENOUGH = 200;

    private FormChecks() {}

    static Check fence(Subject subject, AnswerCode code) {
        var findings = new ArrayList<Finding>();
        if (code.blocks().isEmpty() && subject.promise() != Subject.Promise.TEXT) {
            findings.add(Finding.failure("There is no fenced code block; the whole answer was taken as code."));
        }
        if (!code.blocks().stream().allMatch(FencedCode.Block::closed)) {
            findings.add(Finding.failure("The last code block is not closed."));
        }
        return Check.made(Check.Kind.FENCE, "", findings, "");
    }

    static Check language(Subject subject, AnswerCode code) {
        var wanted = subject.wanted();
        if (wanted == null) {
            return Check.notMade(Check.Kind.LANGUAGE, "", "No language was asked for.");
        }
        if (code.pieces().isEmpty()) {
            return Check.notMade(Check.Kind.LANGUAGE, "", "There is no code.");
        }
        var labelled = Languages.ofFence(code.label());
        if (labelled.isPresent() && !labelled.get().equals(wanted)) {
            var kin = areKin(wanted, labelled.get());
            var message = "The code is labelled " + labelled.get().name() + "; " + wanted.name() + " was asked for.";
            return Check.made(
                    Check.Kind.LANGUAGE,
                    "its label",
                    List.of(kin ? Finding.doubt(message) : Finding.failure(message)),
                    "");
        }
        return byLooks(subject, code);
    }

    private static boolean areKin(Language one, Language other) {
        return KIN.stream().anyMatch(p -> p.contains(one.id()) && p.contains(other.id()));
    }

    /// The label is right or missing; the text may still be in another language.
    private static Check byLooks(Subject subject, AnswerCode code) {
        var wanted = subject.wanted();
        var text = code.pieces().getFirst().text();
        var told = DETECTOR.detect(text);
        var other = wanted != null
                && told.sure()
                && !told.language().equals(wanted)
                && !areKin(wanted, told.language())
                && text.length() >= LONG_ENOUGH
                && told.language().equals(subject.inputLanguage());
        if (other) {
            return Check.made(
                    Check.Kind.LANGUAGE,
                    "its text",
                    List.of(Finding.failure(
                            "The code looks like " + told.language().name() + ", as the input was.")),
                    "");
        }
        return code.label().isEmpty() && !(told.sure() && told.language().equals(wanted))
                ? Check.notMade(Check.Kind.LANGUAGE, "", "The block names no language, and its text does not tell one.")
                : Check.made(Check.Kind.LANGUAGE, code.label().isEmpty() ? "its text" : "its label", List.of(), "");
    }
}
