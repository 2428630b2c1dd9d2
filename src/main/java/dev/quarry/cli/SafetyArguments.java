package dev.quarry.cli;

import dev.quarry.money.Dollars;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What keeps a run within bounds, as named on the command line.
final class SafetyArguments {

    @Option(
            names = "--continue",
            paramLabel = "N",
            description = "Asks up to N times for the rest of an answer that is cut off or interrupted. Default: 0.")
    private @Nullable String continuations;

    @Option(
            names = "--secrets",
            paramLabel = "placeholders|as-is",
            description = "What to do with credentials in the input: placeholders sends placeholders and puts the"
                    + " credentials back into the answer, as-is sends them. Default: nothing is sent.")
    private @Nullable String secrets;

    @Option(
            names = "--budget",
            paramLabel = "USD",
            description = "The most that one run may cost, in US dollars; what may cost more is not sent. Default: the"
                    + " budget set in the window.")
    private @Nullable String budget;

    @Option(names = "--private", description = "Does not keep the run in the history.")
    private boolean isPrivate;

    Safety read() throws UsageException {
        return new Safety(readContinuations(), readSecrets(), isPrivate, readBudget());
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

    private Safety.Secrets readSecrets() throws UsageException {
        return switch (secrets) {
            case null -> Safety.Secrets.REFUSE;
            case "placeholders" -> Safety.Secrets.PLACEHOLDERS;
            case "as-is" -> Safety.Secrets.AS_IS;
            default -> throw new UsageException("--secrets is placeholders or as-is, not " + secrets + ".");
        };
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
