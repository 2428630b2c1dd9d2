package dev.quarry.money;

import dev.quarry.run.RunRequest;
import dev.quarry.run.TokenUsage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says what runs will cost and did cost, keeps count of a day's spending, and stops what would go over the
/// budget before it is sent. Blocks its caller; may be used from any thread.
public final class Spending {
    private static final Logger log = LoggerFactory.getLogger(Spending.class);

    private final PriceTable prices;
    private final UnaryOperator<String> profiles;
    private final SpendingFile file;
    private final Clock clock;
    private final BudgetFile budgetFile;
    private final List<String> problems;
    private volatile Budget budget;
    private long held; // by runs that go on; guarded by this

    /// Reads prices and budget.
    ///
    /// @param config the folder of the user's settings
    /// @param data the folder where the day's spending is kept
    /// @param profiles gives the model that an account's own inference profile is for, or what it was given
    public static Spending open(Path config, Path data, UnaryOperator<String> profiles) {
        var prices = new PriceFile(config).load();
        var problems = new ArrayList<String>();
        if (prices.problem() != null) {
            problems.add(prices.problem());
        }
        return new Spending(prices.table(), config, data, profiles, problems, Clock.system(ZoneId.systemDefault()));
    }

    Spending(
            PriceTable prices,
            Path config,
            Path data,
            UnaryOperator<String> profiles,
            List<String> problems,
            Clock clock) {
        this.prices = prices;
        this.profiles = profiles;
        this.clock = clock;
        file = new SpendingFile(data);
        budgetFile = new BudgetFile(config);
        var loaded = budgetFile.load();
        budget = loaded.budget();
        var all = new ArrayList<>(problems);
        if (loaded.problem() != null) {
            all.add(loaded.problem());
        }
        this.problems = List.copyOf(all);
    }

    /// What was wrong with the user's files, in sentences; empty when nothing was.
    public List<String> problems() {
        return problems;
    }

    public Budget budget() {
        return budget;
    }

    /// Keeps the budget; it holds from now on, in this program, even when it could not be kept.
    ///
    /// @throws IOException when it could not be kept
    public void setBudget(Budget other) throws IOException {
        budget = other;
        budgetFile.save(other);
    }

    /// The date of the prices.
    public String priceDate() {
        return prices.date();
    }

    public Quote quote(RunRequest request, TokenCount input) {
        return new Quote(input, request.settings().maxTokens(), price(request.model()));
    }

    private @Nullable Price price(String model) {
        return prices.of(model, profiles).orElse(null);
    }

    /// Why the request is not to be sent, in a sentence for the user; empty when the budget allows it. The
    /// most it may cost counts, not what it probably will.
    public Optional<String> refusal(Quote quote, String model, Budget budget) {
        if (budget.isUnlimited()) {
            return Optional.empty();
        }
        var most = quote.mostMicros();
        if (quote.price() == null) {
            return Optional.of("No price of " + model + " is known, so the budget cannot be kept to. Add its price to"
                    + " prices.json beside the settings, or lift the budget.");
        }
        if (most == null) {
            return Optional.of("This run has no limit of output tokens, so the budget cannot be kept to. Set its"
                    + " maximum of tokens, or lift the budget.");
        }
        var perRun = budget.perRunMicros();
        if (perRun != null && most > perRun) {
            return Optional.of("This run may cost up to " + Dollars.of(most) + ", more than the budget of "
                    + Dollars.of(perRun) + " for a run. Send less, lower the maximum of tokens, or raise the budget.");
        }
        var perDay = budget.perDayMicros();
        if (perDay == null) {
            return Optional.empty();
        }
        try {
            var spent = file.on(LocalDate.now(clock)) + held();
            return spent + most <= perDay
                    ? Optional.empty()
                    : Optional.of("This run may cost up to " + Dollars.of(most) + "; with the " + Dollars.of(spent)
                            + " spent today that is more than the budget of " + Dollars.of(perDay)
                            + " for a day. Wait until tomorrow, send less, or raise the budget.");
        } catch (IOException e) {
            log.warn("the day's spending cannot be read", e);
            return Optional.of("What was spent today cannot be read, so the budget for a day cannot be kept to. Mend or"
                    + " remove spending.json in the data folder, or lift the budget.");
        }
    }

    private synchronized long held() {
        return held;
    }

    /// Holds what a run may cost at most, so that others that start meanwhile do not spend it too.
    ///
    /// @return why the budget does not allow it, in a sentence; then nothing is held
    synchronized Optional<String> hold(Quote quote, String model) {
        var refusal = refusal(quote, model, budget);
        var most = quote.mostMicros();
        if (refusal.isEmpty() && most != null) {
            held += most;
        }
        return refusal;
    }

    /// The run is over for which so much was held.
    synchronized void release(long micros) {
        held -= micros;
    }

    /// What tokens cost, in millionths of a US dollar; null when the model has no price.
    public @Nullable Long costMicros(String model, TokenUsage usage) {
        var price = price(model);
        return price == null ? null : (Long) price.costMicros(usage);
    }

    /// What a run cost that is over.
    ///
    /// @param usage as the service counted it; none when the run broke off before that, which is then
    ///     estimated from what was sent and came
    public Bill bill(RunRequest request, TokenUsage usage, String received) {
        var counted = !usage.equals(TokenUsage.NONE);
        var took = counted
                ? usage
                : received.isEmpty()
                        ? TokenUsage.NONE
                        : new TokenUsage(
                                TokenEstimator.of(request).tokens(),
                                TokenEstimator.ofAnswer(received, request.model()),
                                0,
                                0);
        return new Bill(
                took,
                costMicros(request.model(), took),
                counted ? TokenCount.Source.COUNTED : TokenCount.Source.ESTIMATED);
    }

    /// The same, and counts it to the day.
    public Bill settle(RunRequest request, TokenUsage usage, String received) {
        var bill = bill(request, usage, received);
        var micros = bill.micros();
        if (micros != null && micros > 0) {
            try {
                file.add(LocalDate.now(clock), micros);
            } catch (IOException e) {
                log.warn("the run's cost could not be added to the day's", e);
            }
        }
        return bill;
    }

    /// What was spent today, in millionths of a US dollar; empty when that cannot be read.
    public Optional<Long> today() {
        try {
            return Optional.of(file.on(LocalDate.now(clock)));
        } catch (IOException e) {
            log.warn("the day's spending cannot be read", e);
            return Optional.empty();
        }
    }
}
