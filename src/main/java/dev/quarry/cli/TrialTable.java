package dev.quarry.cli;

import dev.quarry.preset.Verdict;
import dev.quarry.run.Outcome;
import dev.quarry.trial.Prices;
import dev.quarry.trial.TrialResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes what came of trials: a row for each, and below it what was not met.
final class TrialTable {
    private final Prices prices;

    TrialTable(Prices prices) {
        this.prices = prices;
    }

    /// Ends with a line end.
    String row(TrialResult result) {
        var trial = result.trial();
        var usage = result.run().usage();
        var fields = new ArrayList<>(List.of(
                standing(result),
                Lookup.oneWord(trial.preset().name()),
                trial.example().name(),
                result.run().model(),
                String.format(Locale.ROOT, "%d in", usage.input() + usage.cacheRead() + usage.cacheWrite()),
                String.format(Locale.ROOT, "%d out", usage.output())));
        var dollars = prices.dollars(result.run().model(), usage);
        if (dollars.isPresent()) {
            fields.add(String.format(Locale.ROOT, "$%.4f", dollars.getAsDouble()));
        }
        fields.add(String.format(Locale.ROOT, "%.1f s", result.run().elapsed().toMillis() / 1000.0));
        return String.join("  ", fields) + "\n" + reasons(result);
    }

    private static String standing(TrialResult result) {
        return switch (result.standing()) {
            case PASSED -> "pass";
            case NOT_ALL_JUDGED -> "part";
            case INCOMPLETE -> "torn";
            case FAILED -> "FAIL";
        };
    }

    private static String reasons(TrialResult result) {
        var outcome = switch (result.run().outcome()) {
            case Outcome.Complete c -> "";
            case Outcome.Failed f -> "    " + f.error().sentence() + "\n";
            case Outcome other -> "    The answer is not whole (" + other.code() + "), so it was not judged.\n";
        };
        return outcome
                + result.judgements().stream()
                        .filter(j -> j.verdict().result() != Verdict.Result.PASS)
                        .map(j -> "    " + j.expectation().words() + ": "
                                + j.verdict().sentence() + "\n")
                        .collect(Collectors.joining());
    }
}
