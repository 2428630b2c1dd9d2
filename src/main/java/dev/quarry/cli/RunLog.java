package dev.quarry.cli;

import dev.quarry.run.Outcome;
import dev.quarry.run.RunEvent;
import dev.quarry.run.RunResult;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/// Says on standard error how a run goes.
final class RunLog {
    private final PrintStream err;
    private boolean thinks;

    RunLog(PrintStream err) {
        this.err = err;
    }

    void event(RunEvent event) {
        switch (event) {
            case RunEvent.Started s -> {}
            case RunEvent.Text t -> {}
            case RunEvent.Reasoning r -> {
                if (!thinks) {
                    thinks = true;
                    err.println("The model is thinking.");
                }
            }
            case RunEvent.Retrying r ->
                err.println(r.error().sentence() + " Attempt " + r.nextAttempt() + " follows in " + seconds(r.delay())
                        + ".");
            case RunEvent.Dropped d -> err.println(d.sentence());
            case RunEvent.Usage u -> {}
            case RunEvent.Ended e -> {}
        }
    }

    /// Says a sentence, unless it is empty.
    void say(String sentence) {
        if (!sentence.isEmpty()) {
            err.println(sentence);
        }
    }

    /// The answer is not whole, and the model is asked for the rest.
    void continues(Outcome outcome, int time, int most) {
        err.println(sentence(outcome) + " Asking for the rest (" + time + " of " + most + ").");
    }

    void end(RunResult result) {
        err.println(sentence(result.outcome()));
        var usage = result.usage();
        if (usage.input() + usage.output() + usage.cacheRead() + usage.cacheWrite() > 0) {
            err.println(String.format(
                    Locale.ROOT,
                    "%,d tokens in%s, %,d out, %s",
                    usage.input() + usage.cacheRead() + usage.cacheWrite(),
                    usage.cacheRead() > 0
                            ? String.format(Locale.ROOT, " (%,d of them from the cache)", usage.cacheRead())
                            : "",
                    usage.output(),
                    seconds(result.elapsed())));
        }
    }

    private static String sentence(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Complete c -> "Complete.";
            case Outcome.CutOff c ->
                "Cut off (" + c.stopReason() + "): the answer stops in the middle. Give it more room with --max-tokens,"
                        + " or run a smaller piece.";
            case Outcome.Interrupted i -> "Interrupted: the answer is not whole. " + i.sentence();
            case Outcome.Blocked b ->
                "Blocked (" + b.stopReason() + "): a guardrail or content filter stopped the answer.";
            case Outcome.Cancelled c -> "Cancelled: the answer is not whole.";
            case Outcome.Failed f -> "Failed: " + f.error().sentence();
        };
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
