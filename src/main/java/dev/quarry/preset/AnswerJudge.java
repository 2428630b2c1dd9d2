package dev.quarry.preset;

/// Judges answers by expectations. Blocks the caller; safe to use from any thread.
@FunctionalInterface
public interface AnswerJudge {

    /// For expectations that nothing here can judge.
    AnswerJudge NONE =
            (expectation, answer) -> Verdict.notJudged("Whether it " + expectation.words() + " was not judged.");

    Verdict judge(Expectation expectation, Judged answer);
}
