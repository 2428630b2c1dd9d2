package dev.quarry.cli;

import dev.quarry.check.AnswerCheck;
import dev.quarry.check.Repair;
import dev.quarry.check.Subject;
import dev.quarry.check.Verdict;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunRequest;
import dev.quarry.run.RunResult;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Checks the answer of a run, and lets the model mend it when that was asked for.
final class Examination {
    private final AnswerCheck check;
    private final Job job;
    private final Job.Work work;
    private final PrintStream err;
    private final Consumer<Verdict> onVerdict;

    /// Runs a request to its end.
    interface Runner {
        RunResult run(ModelConnection connection, RunRequest request) throws IOException, InterruptedException;
    }

    /// @param onVerdict told of each answer's
    Examination(AnswerCheck check, Job job, Job.Work work, PrintStream err, Consumer<Verdict> onVerdict) {
        this.onVerdict = onVerdict;
        this.check = check;
        this.job = job;
        this.work = work;
        this.err = err;
    }

    /// Blocks until the answer is as good as it gets.
    CheckedAnswer of(ModelConnection connection, RunRequest request, Runner runner)
            throws IOException, InterruptedException {
        var results = new ArrayList<RunResult>();
        results.add(runner.run(connection, request));
        var first = verdict(results.getFirst());
        if (first == null) {
            return new CheckedAnswer(results.getFirst(), null, 0);
        }
        var repair = new Repair(new Repair.Round(results.getFirst().answer(), first), job.repairs());
        while (repair.goesOn()) {
            err.println("Repair " + (repair.made() + 1) + " of at most " + job.repairs() + ": the errors go back.");
            var result = runner.run(connection, repair.next(request));
            var verdict = verdict(result);
            if (verdict == null) {
                break; // failed or cancelled: what is there stays the best
            }
            results.add(result);
            repair.add(new Repair.Round(result.answer(), verdict));
        }
        if (repair.made() > 0 && repair.best() < repair.made()) {
            err.println(
                    repair.best() == 0
                            ? "No repair made it better: this is the first answer."
                            : "The last repair made it no better: this is the one before.");
        }
        return new CheckedAnswer(
                results.get(repair.best()), repair.rounds().get(repair.best()).verdict(), repair.made());
    }

    private @Nullable Verdict verdict(RunResult result) throws InterruptedException {
        var over = result.outcome() instanceof Outcome.Failed || result.outcome() instanceof Outcome.Cancelled;
        if (over || result.answer().isBlank()) {
            return null;
        }
        var whole = result.outcome() instanceof Outcome.Complete;
        var verdict = check.check(Subject.of(
                job.preset(),
                work.values(),
                work.input().language(),
                work.input().text(),
                result.answer(),
                whole ? Subject.End.WHOLE : Subject.End.CUT_OFF));
        VerdictText.print(verdict, err);
        onVerdict.accept(verdict);
        return verdict;
    }
}
