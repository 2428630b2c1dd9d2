package dev.quarry.app;

import dev.quarry.check.AnswerCheck;
import dev.quarry.check.Check;
import dev.quarry.check.CheckTools;
import dev.quarry.check.Finding;
import dev.quarry.check.Subject;
import dev.quarry.language.Languages;
import dev.quarry.preset.AnswerJudge;
import dev.quarry.preset.Expectation;
import dev.quarry.preset.Judged;
import dev.quarry.preset.Verdict;
import java.util.stream.Collectors;

/// Judges what compiles and what was left out by the checks that every answer goes through. Runs none of its code.
final class CheckJudge implements AnswerJudge {
    private final AnswerCheck checks;

    CheckJudge(CheckTools tools) {
        checks = new AnswerCheck(tools);
    }

    @Override
    public Verdict judge(Expectation expectation, Judged answer) {
        return switch (expectation) {
            case Expectation.Compiles c -> judge(Check.Kind.COMPILES, Subject.Promise.CODE, answer);
            case Expectation.NoOmission n ->
                judge(Check.Kind.NOTHING_DROPPED, Subject.Promise.ALL_OF_THE_INPUT, answer);
            case Expectation.Contains c -> AnswerJudge.NONE.judge(c, answer);
            case Expectation.Matches m -> AnswerJudge.NONE.judge(m, answer);
            case Expectation.Parses p -> AnswerJudge.NONE.judge(p, answer);
            case Expectation.Findings f -> AnswerJudge.NONE.judge(f, answer);
        };
    }

    private Verdict judge(Check.Kind kind, Subject.Promise promise, Judged answer) {
        var wanted = answer.language().equals(Languages.PLAIN_TEXT) ? null : answer.language();
        var subject = new Subject(answer.answer(), Subject.End.WHOLE, promise, answer.input(), answer.source(), wanted);
        try {
            return checks.check(subject)
                    .of(kind)
                    .map(CheckJudge::verdict)
                    .orElseGet(() -> Verdict.notJudged("It was not checked."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Verdict.notJudged("It was stopped before it was checked.");
        }
    }

    private static Verdict verdict(Check check) {
        var found = check.findings().stream().map(Finding::sentence).limit(3).collect(Collectors.joining("; "));
        var with = check.with().isEmpty() ? "" : " (" + check.with() + ")";
        return switch (check.status()) {
            case PASSED -> Verdict.pass("It is so" + with + ".");
            case DOUBTFUL -> Verdict.pass("It is so, with a doubt" + with + ": " + found + ".");
            case FAILED -> Verdict.fail("It is not so" + with + ": " + found + ".");
            case NOT_CHECKED -> Verdict.notJudged(check.notChecked());
        };
    }
}
