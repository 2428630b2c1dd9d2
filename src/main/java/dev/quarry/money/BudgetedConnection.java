package dev.quarry.money;

import dev.quarry.run.ForwardingConnection;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.Outcome;
import dev.quarry.run.RunEvent;
import dev.quarry.run.RunException;
import dev.quarry.run.RunRequest;
import dev.quarry.run.TokenUsage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A connection that asks the budget before each attempt and counts what it cost to the day. Several runs at
/// once may not spend the same money: what each may cost at most is held until it is over. Where no model is
/// called nothing costs anything.
public final class BudgetedConnection extends ForwardingConnection {
    private final Supplier<Spending> spending;

    /// @param spending asked for on the run's own thread; may block
    public BudgetedConnection(ModelConnection to, Supplier<Spending> spending) {
        super(to);
        this.spending = spending;
    }

    /// @throws RunException of [RunException.Reason#QUOTA] when the budget does not allow the run; nothing
    ///     was sent
    @Override
    public Outcome converse(RunRequest request, Consumer<? super RunEvent> sink)
            throws RunException, InterruptedException {
        if (to().onlyModel().isPresent()) {
            return to().converse(request, sink);
        }
        var purse = spending.get();
        var most = hold(purse, request);
        var meter = new Meter(sink);
        try {
            return to().converse(request, meter);
        } finally {
            var _ = purse.settle(request, meter.usage, meter.received.toString());
            purse.release(most);
        }
    }

    private long hold(Spending purse, RunRequest request) throws RunException, InterruptedException {
        if (purse.budget().isUnlimited()) {
            return 0;
        }
        var quote = purse.quote(request, TokenCount.of(request, to()));
        var refusal = purse.hold(quote, request.model());
        if (refusal.isPresent()) {
            throw new RunException(RunException.Reason.QUOTA, refusal.get(), false, null, null);
        }
        var most = quote.mostMicros();
        return most == null ? 0 : most;
    }

    /// Reads along; on the run's thread.
    private static final class Meter implements Consumer<RunEvent> {
        private final Consumer<? super RunEvent> sink;
        private final StringBuilder received = new StringBuilder();
        private TokenUsage usage = TokenUsage.NONE;

        Meter(Consumer<? super RunEvent> sink) {
            this.sink = sink;
        }

        @Override
        public void accept(RunEvent event) {
            if (event instanceof RunEvent.Text text) {
                received.append(text.piece());
            } else if (event instanceof RunEvent.Usage counted) {
                usage = counted.tokens();
            }
            sink.accept(event);
        }
    }
}
