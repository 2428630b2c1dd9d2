package dev.quarry.cli;

import dev.quarry.money.Dollars;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What keeps a run within bounds, as named on the command line.
final class SafetyArguments {

    @Option(
            names = "--continue",
            paramLabel = "N",
            description = "Asks up to N times for the rest of an answer that is cut off or interrupted. Default: 0.")
    private @Nullable String continuations;

    @Mixin
    private SecretsArgument secrets = new SecretsArgument();

    @Option(
            names = "--budget",
            paramLabel = "USD",
            description = "The most that one run may cost, in US dollars; what may cost more is not sent. Default: the"
                    + " budget set in the window.")
    private @Nullable String budget;

    @Option(names = "--private", description = "Does not keep the run in the history.")
    private boolean isPrivate;

    Safety read() throws UsageException {
        return new Safety(readContinuations(), secrets.read(), isPrivate, readBudget());
    }

    private int readContinuations() throws UsageException {
        if (continuations == null) {
            return 0;
        }
        if (continuations.matches("\\d{1,2}")) {
            return Integer.parseInt(continuations);
        }
        throw new UsageException("--continue is a whole number from 0 to 99, not " + continuations + ".");
    }

    private @Nullable Long readBudget() throws UsageException {
        if (budget == null) {
            return null;
        }
        return Dollars.parse(budget)
                .orElseThrow(() -> new UsageException(
                        "--budget is an amount of US dollars above 0, such as 0.25, not " + budget + "."));
    }
}
