package dev.quarry.cli;

import dev.quarry.money.Bill;
import dev.quarry.money.Budget;
import dev.quarry.money.Dollars;
import dev.quarry.money.Spending;
import dev.quarry.money.TokenCount;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunException;
import dev.quarry.run.RunRequest;
import dev.quarry.run.RunResult;
import dev.quarry.run.TokenUsage;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the runs of a command may cost and did cost. Where no model is called nothing does.
final class Till {
    private final Spending spending;
    private final Budget budget;
    private final boolean free;
    private final ModelConnection connection;
    private @Nullable Bill last;
    private long micros;
    private boolean unpriced;

    Till(Spending spending, @Nullable Long runBudgetMicros, ModelConnection connection) {
        this.spending = spending;
        this.connection = connection;
        free = connection.onlyModel().isPresent();
        var set = spending.budget();
        budget = free ? Budget.NONE : runBudgetMicros == null ? set : set.withRun(runBudgetMicros);
    }

    /// Why the request must not be sent; empty when it may.
    Optional<String> refusal(RunRequest request) throws InterruptedException {
        if (budget.isUnlimited()) {
            return Optional.empty();
        }
        var quote = spending.quote(request, TokenCount.of(request, connection));
        return spending.refusal(quote, request.model(), budget);
    }

    /// The result of a request that was not sent because of the budget.
    RunResult unsent(RunRequest request, String refusal) {
        var error = new RunException(RunException.Reason.QUOTA, refusal, false, null, null);
        return new RunResult(
                "",
                "",
                new Outcome.Failed(error),
                TokenUsage.NONE,
                request.model(),
                connection.label(),
                0,
                Duration.ZERO,
                Duration.ZERO);
    }

    /// A request was answered, in whole or in part.
    void settle(RunRequest request, RunResult part) {
        if (!free) {
            last = spending.settle(request, part.usage(), part.answer());
            var cost = last.micros();
            unpriced |= cost == null;
            micros += cost == null ? 0 : cost;
        }
    }

    /// What has come together, in a sentence; empty when there is nothing to tell.
    String sentence(String model) {
        var bill = last;
        if (bill == null || (micros == 0 && !unpriced)) {
            return "";
        }
        if (unpriced) {
            return "No price of " + model + " is known.";
        }
        return "Cost: " + Dollars.of(micros)
                + (bill.source() == TokenCount.Source.ESTIMATED ? ", estimated" : "") + " (prices of "
                + spending.priceDate() + ").";
    }

    /// In US dollars; null when it is not known.
    @Nullable
    Double dollars() {
        return free || unpriced || last == null ? null : (Double) (micros / 1e6);
    }
}
