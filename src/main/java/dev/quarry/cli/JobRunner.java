package dev.quarry.cli;

import dev.quarry.check.AnswerCheck;
import dev.quarry.check.CheckTools;
import dev.quarry.language.Languages;
import dev.quarry.model.ModelRules;
import dev.quarry.preset.Preset;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunException;
import dev.quarry.run.RunResult;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.time.Duration;

/// Runs a job: one input after the other over one connection.
final class JobRunner {
    private final Surroundings surroundings;
    private final Cancellation cancellation;
    private final SecretGate secrets;
    private final PrintStream err;
    private final Writer out;

    JobRunner(Surroundings surroundings, Cancellation cancellation, SecretGate secrets) {
        this.secrets = secrets;
        this.surroundings = surroundings;
        this.cancellation = cancellation;
        var streams = surroundings.streams();
        err = streams.err();
        out = new OutputStreamWriter(streams.out(), streams.outCharset());
    }

    /// Blocks until the last run is over, or one of them makes the rest pointless.
    ///
    /// @return the worst of the exit codes
    /// @throws RunException when there is no connection
    /// @throws IOException when standard output takes no more
    ExitCode run(Job job) throws UsageException, RunException, IOException, InterruptedException {
        var worst = ExitCode.COMPLETE;
        var keeping = Keeping.of(surroundings, secrets, job);
        try (var connection = surroundings.connections().open(job.options())) {
            var rules = surroundings.accounts().get().rules();
            introduce(connection, job, rules);
            var count = job.works().size();
            for (var i = 0; i < count; i++) {
                var work = job.works().get(i);
                if (count > 1) {
                    err.println("==> " + name(work) + " (" + (i + 1) + " of " + count + ")");
                }
                if (job.preset().input() == Preset.Input.CODE
                        && Languages.PLAIN_TEXT.equals(work.input().language())) {
                    err.println("The language of " + name(work) + " is not known; --language names it.");
                }
                var answer = answer(connection, job, work, rules, keeping.turns(work, connection));
                worst = worst.orWorse(answer.exitCode());
                if (endsTheJob(answer.result()) && i + 1 < count) {
                    err.println("Not run: " + (count - i - 1) + " of " + count + ".");
                    break;
                }
            }
        }
        return worst;
    }

    private CheckedAnswer answer(ModelConnection connection, Job job, Job.Work work, ModelRules rules, KeptTurns kept)
            throws UsageException, IOException, InterruptedException {
        var till = new Till(surroundings.spending().get(), job.safety().runBudgetMicros(), connection);
        var plain = writer(job, work, till);
        var writer = job.repairs() > 0 ? new HeldBack(plain) : plain;
        var request = secrets.outgoing(job.request(work, connection, rules));
        var refusal = till.refusal(request);
        if (refusal.isPresent()) {
            throw new UsageException(refusal.get());
        }
        var continuations = job.safety().continuations();
        CheckedAnswer answer;
        if (job.checks()) {
            // The story of each run is told before its verdict.
            answer = examination(job, work, kept).of(connection, request, (to, asked) -> {
                var told = new RunLog(err);
                var over = till.refusal(asked);
                if (over.isPresent()) {
                    return till.unsent(asked, over.get());
                }
                var result = run(told, writer, till, kept).toEnd(to, asked, continuations);
                told.end(result);
                return result;
            });
            writer.end(answer);
        } else {
            var log = new RunLog(err);
            answer = new CheckedAnswer(run(log, writer, till, kept).toEnd(connection, request, continuations), null, 0);
            writer.end(answer);
            log.end(answer.result());
        }
        new RunLog(err).say(till.sentence(request.model()));
        return answer;
    }

    private TerminalRun run(RunLog log, AnswerWriter writer, Till till, KeptTurns kept) {
        return new TerminalRun(surroundings.assistant().get(), cancellation, log, writer, secrets, till, kept);
    }

    private Examination examination(Job job, Job.Work work, KeptTurns kept) {
        var checks = surroundings.settings().get().checks();
        var tools = CheckTools.of(checks.commands(), surroundings.environment(), Duration.ofSeconds(checks.seconds()));
        return new Examination(new AnswerCheck(tools), job, work, err, kept::checked);
    }

    private void introduce(ModelConnection connection, Job job, ModelRules rules) {
        err.println(connection.label() + (connection.onlyModel().isEmpty() ? " · " + job.model() : ""));
        connection.answerNotice().ifPresent(err::println);
        job.lost(rules.of(job.modelOver(connection))).forEach(err::println);
    }

    private static String name(Job.Work work) {
        var file = work.input().file();
        return file == null ? "standard input" : file;
    }

    private AnswerWriter writer(Job job, Job.Work work, Till till) {
        return switch (job.form()) {
            case WHOLE -> new WholeAnswerWriter(out);
            case CODE ->
                new CodeWriter(
                        new WholeAnswerWriter(out), new AnswerCode(job.preset().output()));
            case JSON -> new JsonWriter(out, job.preset(), work.input().file(), till::dollars);
        };
    }

    /// Whether the inputs that are left would fare no better.
    private boolean endsTheJob(RunResult result) {
        return switch (result.outcome()) {
            case Outcome.Cancelled c -> true;
            case Outcome.Failed f ->
                switch (f.error().reason()) {
                    case NO_CREDENTIALS,
                            EXPIRED_CREDENTIALS,
                            ACCESS_DENIED,
                            NO_REGION,
                            MODEL_NOT_FOUND,
                            QUOTA,
                            CONNECTION,
                            BUG -> true;
                    case MODEL_NOT_READY, VALIDATION, THROTTLED, UNAVAILABLE, TIMEOUT, NO_MODEL_CONNECTED -> false;
                };
            case Outcome.Complete c -> false;
            case Outcome.CutOff c -> false;
            case Outcome.Interrupted i -> false;
            case Outcome.Blocked b -> false;
        };
    }
}
