package dev.quarry.run;

/// How many runs of one account may be on their way at once. Unlimited until the account is throttled; then
/// half of those that were on their way, and a little more with each attempt that goes well (additive
/// increase, multiplicative decrease: D.-M. Chiu and R. Jain, 1989). So runs that share an account do not
/// keep each other throttled. May be used from any thread.
final class AccountLimiter {
    private static final double UNLIMITED = 1_000;

    private double limit = UNLIMITED; // guarded by this
    private int onTheirWay; // guarded by this
    private long cuts; // how often the limit was cut; guarded by this

    /// Leave to send one attempt. Ends by one of its two methods; only the first call counts.
    final class Turn implements AutoCloseable {
        private final long cutsAtStart;
        private boolean over; // guarded by the limiter

        private Turn(long cutsAtStart) {
            this.cutsAtStart = cutsAtStart;
        }

        /// The service refused the attempt because too much was asked of the account.
        void throttled() {
            synchronized (AccountLimiter.this) {
                // Attempts that were sent together and refused together are one sign, not many.
                if (!over && cuts == cutsAtStart) {
                    cuts++;
                    limit = Math.max(1, Math.min(limit, onTheirWay) / 2);
                }
                end();
            }
        }

        @Override
        public void close() {
            synchronized (AccountLimiter.this) {
                if (!over) {
                    limit = Math.min(UNLIMITED, limit + 1 / limit);
                }
                end();
            }
        }

        private void end() {
            if (!over) {
                over = true;
                onTheirWay--;
                AccountLimiter.this.notifyAll();
            }
        }
    }

    /// Blocks until an attempt may be sent.
    ///
    /// @param whenWaiting is called first, once, if it may not be sent at once
    Turn take(Runnable whenWaiting) throws InterruptedException {
        if (isFull()) {
            whenWaiting.run();
        }
        synchronized (this) {
            while (isFull()) {
                wait();
            }
            onTheirWay++;
            return new Turn(cuts);
        }
    }

    private synchronized boolean isFull() {
        return onTheirWay >= Math.max(1, (int) limit);
    }
}
