package dev.quarry.trial;

import dev.quarry.preset.Expectation;
import dev.quarry.preset.Verdict;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunResult;
import java.util.List;

/// What came of a trial.
///
/// @param judgements one for each expectation of the example, in order; none when the answer is not whole
public record TrialResult(Trial trial, RunResult run, List<Judgement> judgements) {

    /// An expectation and what came of it.
    public record Judgement(Expectation expectation, Verdict verdict) {}

    /// How a trial ended, best first.
    public enum Standing {
        /// Every expectation was met.
        PASSED,
        /// None failed, but not every one could be judged.
        NOT_ALL_JUDGED,
        /// The answer is not whole, so it was not judged.
        INCOMPLETE,
        /// An expectation was not met, or no answer came.
        FAILED
    }

    public TrialResult {
        judgements = List.copyOf(judgements);
    }

    public Standing standing() {
        if (run.outcome() instanceof Outcome.Failed) {
            return Standing.FAILED;
        }
        if (!(run.outcome() instanceof Outcome.Complete)) {
            return Standing.INCOMPLETE;
        }
        if (judgements.stream().anyMatch(j -> j.verdict().result() == Verdict.Result.FAIL)) {
            return Standing.FAILED;
        }
        return judgements.stream().allMatch(j -> j.verdict().result() == Verdict.Result.PASS)
                ? Standing.PASSED
                : Standing.NOT_ALL_JUDGED;
    }
}
