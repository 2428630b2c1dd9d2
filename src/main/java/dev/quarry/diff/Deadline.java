package dev.quarry.diff;

import java.time.Duration;

/// Ends work that takes too long. Used by one thread; the work calls [#tick()] often.
final class Deadline {
    private static final int TICKS_PER_LOOK = 4096;

    private final long startNanos = System.nanoTime();
    private final long limitNanos;
    private int ticks;
    private boolean passed;

    private Deadline(Duration limit) {
        this.limitNanos = limit.toNanos();
    }

    static Deadline in(Duration limit) {
        return new Deadline(limit);
    }

    /// Counts a small step; looks at the clock and at the thread's interrupt status now and then.
    ///
    /// @throws Passed when the time is up or the thread was interrupted; its interrupt status is kept
    void tick() {
        if (++ticks % TICKS_PER_LOOK == 0 && passed()) {
            throw new Passed();
        }
    }

    /// Looks now.
    boolean passed() {
        passed = passed
                || System.nanoTime() - startNanos >= limitNanos
                || Thread.currentThread().isInterrupted();
        return passed;
    }

    /// The way out of a library's loops. Never leaves the package.
    static final class Passed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Passed() {
            super("the time for comparing is up", null, false, false);
        }
    }
}
