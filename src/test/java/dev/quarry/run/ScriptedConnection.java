package dev.quarry.run;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// A connection whose attempts do what a test says, one after the other; the last one is repeated.
final class ScriptedConnection implements ModelConnection {

    /// One attempt.
    interface Attempt {
        Outcome run(Consumer<? super RunEvent> sink) throws RunException, InterruptedException;
    }

    static final Outcome COMPLETE = new Outcome.Complete("end_turn");

    final AtomicInteger calls = new AtomicInteger();
    private final List<Attempt> attempts;

    ScriptedConnection(Attempt... attempts) {
        this.attempts = Arrays.asList(attempts);
    }

    static RunException refusal(RunException.Reason reason, boolean retryable) {
        return new RunException(reason, "No.", retryable, null, null);
    }

    /// Blocks until it is interrupted.
    static Outcome hang() throws InterruptedException {
        new CountDownLatch(1).await();
        return COMPLETE;
    }

    @Override
    public String label() {
        return "Scripted";
    }

    @Override
    public void warm() {
        // nothing to build
    }

    @Override
    public Outcome converse(RunRequest request, Consumer<? super RunEvent> sink)
            throws RunException, InterruptedException {
        var call = calls.getAndIncrement();
        return attempts.get(Math.min(call, attempts.size() - 1)).run(sink);
    }

    @Override
    public void close() {
        // nothing is open
    }
}
