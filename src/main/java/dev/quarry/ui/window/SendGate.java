package dev.quarry.ui.window;

import dev.quarry.money.Bill;
import dev.quarry.money.Budget;
import dev.quarry.money.BudgetedConnection;
import dev.quarry.money.Spending;
import dev.quarry.money.TokenCount;
import dev.quarry.money.TokenEstimator;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.PieceFilter;
import dev.quarry.run.RunEvent;
import dev.quarry.run.RunRequest;
import dev.quarry.run.TokenUsage;
import dev.quarry.secret.MaskedConnection;
import dev.quarry.secret.Vault;
import dev.quarry.ui.control.Action;
import dev.quarry.ui.control.Banner;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.fx.FxThread;
import dev.quarry.ui.run.RunModel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What a request passes before it is sent, credentials and budget, and the account of what it cost after. FX
/// thread only; what takes time is done in the background.
final class SendGate {

    /// Larger texts are not looked through on the FX thread, where a million characters would take a tenth of
    /// a second.
    private static final int LARGE = 100_000;

    private static final Executor BACKGROUND =
            task -> Thread.ofVirtual().name("before-sending").start(task);

    private final Vault vault = new Vault();
    private final Supplier<Spending> purse;
    private final CompletableFuture<Spending> spending = new CompletableFuture<>();
    private final ReadOnlyObjectWrapper<@Nullable Bill> bill = new ReadOnlyObjectWrapper<>();
    private long checks;
    private boolean placeholders = true;
    private boolean free;
    private TokenUsage billed = TokenUsage.NONE;
    private int billedLength;

    /// @param purse reads prices and budget; blocks
    /// @param problem told of prices or a budget that cannot be read
    SendGate(Supplier<Spending> purse, Consumer<String> problem) {
        this.purse = purse;
        var _ = spending.thenAcceptAsync(loaded -> loaded.problems().forEach(problem), FxThread.LATER);
    }

    /// Has prices and budget read, in the background; what needs them waits until then.
    void open() {
        var _ = spending.completeAsync(purse, BACKGROUND);
    }

    /// Lets a request through, at once or when the user has decided about its credentials.
    ///
    /// @param banner says why it does not pass
    /// @param go takes the request as it may be sent
    void pass(ModelConnection to, RunRequest request, String input, Banner banner, Consumer<RunRequest> go) {
        var check = ++checks;
        if (input.length() <= LARGE) {
            decide(Scanned.of(request, input), to, request, banner, go);
            return;
        }
        var _ = CompletableFuture.supplyAsync(() -> Scanned.of(request, input), BACKGROUND)
                .thenAcceptAsync(
                        scanned -> {
                            if (check == checks) {
                                decide(scanned, to, request, banner, go);
                            }
                        },
                        FxThread.LATER);
    }

    private void decide(
            Scanned scanned, ModelConnection to, RunRequest request, Banner banner, Consumer<RunRequest> go) {
        scanned.keepIn(vault);
        if (scanned.isClean()) {
            send(true, to, request, banner, go);
            return;
        }
        banner.show(
                Banner.Level.WARNING,
                Texts.of("secrets.found", scanned.count(), scanned.places()),
                Action.of(
                        "secrets-placeholders",
                        null,
                        Feather.LOCK,
                        () -> send(true, to, vault.mask(request), banner, go)),
                Action.of("secrets-as-is", null, null, () -> send(false, to, request, banner, go)),
                Action.of("secrets-cancel", null, null, banner::hide));
    }

    private void send(boolean masked, ModelConnection to, RunRequest request, Banner banner, Consumer<RunRequest> go) {
        banner.hide();
        afford(to, request, banner, () -> {
            placeholders = masked;
            billed = TokenUsage.NONE;
            billedLength = 0;
            bill.set(null);
            go.accept(request);
        });
    }

    /// Lets a request through whose credentials are decided about, unless it may go over the budget.
    void afford(ModelConnection to, RunRequest request, Banner banner, Runnable go) {
        free = to.onlyModel().isPresent();
        if (free || (spending.isDone() && spending.join().budget().isUnlimited())) {
            go.run();
            return;
        }
        var check = ++checks;
        var _ = spending.thenApplyAsync(
                        purse -> purse.refusal(
                                        purse.quote(request, count(to, request, purse.budget())),
                                        request.model(),
                                        purse.budget())
                                .orElse(""),
                        BACKGROUND)
                .thenAcceptAsync(
                        refusal -> {
                            if (check != checks) {
                                return;
                            }
                            if (refusal.isEmpty()) {
                                go.run();
                            } else {
                                banner.show(Banner.Level.FAILURE, refusal);
                            }
                        },
                        FxThread.LATER);
    }

    private static TokenCount count(ModelConnection to, RunRequest request, Budget budget) {
        return budget.isUnlimited() ? TokenEstimator.of(request) : count(to, request);
    }

    /// The tokens of a request, counted where that is possible. Blocks.
    static TokenCount count(ModelConnection to, RunRequest request) {
        try {
            return TokenCount.of(request, to);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return TokenEstimator.of(request);
        }
    }

    /// Adds what the run has cost to the day's spending; the bill follows a moment later.
    void settle(RunModel run) {
        var request = run.requestProperty().get();
        if (free || request == null) {
            return;
        }
        var usage = run.usageProperty().get();
        var part = new TokenUsage(
                usage.input() - billed.input(),
                usage.output() - billed.output(),
                usage.cacheRead() - billed.cacheRead(),
                usage.cacheWrite() - billed.cacheWrite());
        var received = run.answer().substring(Math.min(billedLength, run.answerLength()));
        var before = bill.get();
        billed = usage;
        billedLength = run.answerLength();
        var check = checks;
        var _ = spending.thenApplyAsync(purse -> purse.settle(request, part, received), BACKGROUND)
                .thenAcceptAsync(
                        now -> {
                            if (check == checks) {
                                bill.set(before == null ? now : before.plus(now));
                            }
                        },
                        FxThread.LATER);
    }

    /// What the run that is shown has cost; null while that is not known.
    ReadOnlyObjectProperty<@Nullable Bill> billProperty() {
        return bill.getReadOnlyProperty();
    }

    /// Prices and budget, as soon as they are read.
    CompletableFuture<Spending> spending() {
        return spending;
    }

    /// The connection for runs beside the one that is shown, each of which passes the budget by itself.
    ModelConnection withinBudget(ModelConnection to) {
        return new BudgetedConnection(to, spending::join);
    }

    /// The same, for requests whose texts nobody has looked through: placeholders go out for their
    /// credentials.
    @Nullable
    ModelConnection beside(@Nullable ModelConnection to) {
        return to == null ? null : new MaskedConnection(withinBudget(to), vault);
    }

    /// The request with placeholders for its credentials.
    RunRequest masked(RunRequest request, String input) {
        Scanned.of(request, input).keepIn(vault);
        return vault.mask(request);
    }

    /// The same for a request that is only looked at. What is found in it is forgotten again, for a text that is still
    /// being typed holds the beginnings of credentials. May be called from any thread.
    RunRequest previewed(RunRequest request, String input) {
        var known = vault.copy();
        Scanned.of(request, input).keepIn(known);
        return known.mask(request);
    }

    /// Puts credentials back into an answer that streams.
    PieceFilter incoming() {
        return placeholders && !vault.isEmpty() ? vault.unmasking() : PieceFilter.NONE;
    }

    /// The same, for a request that went out with placeholders.
    PieceFilter restoring() {
        return vault.isEmpty() ? PieceFilter.NONE : vault.unmasking();
    }

    /// A text of the run that is shown, as it may be sent.
    String outgoing(String text) {
        return placeholders ? vault.mask(text) : text;
    }

    /// Has a run written down, without its credentials. One whose credentials go out as they are is not: they
    /// may come back in the answer.
    Consumer<RunEvent> recording(RunKeeper keeper, Asked asked, String connection) {
        var wished = keeper.privateRunProperty().get();
        keeper.privateRunProperty().set(wished || !placeholders);
        try {
            return keeper.begin(kept(asked), connection);
        } finally {
            keeper.privateRunProperty().set(wished);
        }
    }

    /// What was asked, as it may be written down.
    Asked kept(Asked asked) {
        return new Asked(
                asked.preset(),
                vault.mask(asked.values()),
                asked.language(),
                vault.mask(asked.input()),
                vault.mask(asked.instruction()),
                vault.mask(asked.request()));
    }

    /// A text as it may be written down.
    String kept(String text) {
        return vault.mask(text);
    }

    /// A text that was kept or sent, as the user knows it.
    String restored(String text) {
        return vault.unmask(text);
    }
}
