package dev.quarry.fault;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// Takes the errors that no thread caught, of whatever kind the thread is: each goes to the log and to whoever shows
/// errors. May be called on any thread, also while it is at work on another error.
public final class UncaughtErrors implements Thread.UncaughtExceptionHandler {
    /// How long an error that comes again and again, such as one in every frame, is only counted.
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final int RESERVE_BYTES = 512 * 1024;

    private final AtomicReference<@Nullable Consumer<ErrorReport>> display = new AtomicReference<>();

    /// Memory to let go of when there is none left, so that the error can still be told.
    private final AtomicReference<byte @Nullable []> reserve = new AtomicReference<>(new byte[RESERVE_BYTES]);

    private String lastKind = ""; // this and the next two guarded by this
    private long lastTold;
    private long untold;

    /// Makes this the handler of all threads that have none of their own; the FX thread is one of them.
    public void install() {
        Thread.setDefaultUncaughtExceptionHandler(this);
    }

    /// Where reports go from now on, besides the log. Called on the thread that failed.
    public void showTo(Consumer<ErrorReport> newDisplay) {
        display.set(newDisplay);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        try {
            reserve.set(null);
            var before = untoldBefore(error);
            if (before >= 0) {
                tell(ErrorReport.of(thread, error), before);
            }
            reserve.compareAndSet(null, new byte[RESERVE_BYTES]);
        } catch (RuntimeException | Error second) {
            // Nothing may leave a handler. What is left is the stream that whoever started the process may see.
            System.err.println("quarry: an error was not reported in full: "
                    + error.getClass().getName() + ", then " + second.getClass().getName());
        }
    }

    /// How many errors of the same kind were only counted since the last one that was told; -1 when this one is only
    /// counted too.
    private synchronized long untoldBefore(Throwable error) {
        var frames = error.getStackTrace();
        var kind = error.getClass().getName() + (frames.length == 0 ? "" : frames[0]);
        var now = System.nanoTime();
        if (kind.equals(lastKind) && now - lastTold < QUIET_NANOS) {
            untold++;
            return -1;
        }
        var before = kind.equals(lastKind) ? untold : 0;
        lastKind = kind;
        lastTold = now;
        untold = 0;
        return before;
    }

    private void tell(ErrorReport report, long untoldBefore) {
        LoggerFactory.getLogger(UncaughtErrors.class)
                .error("uncaught error, the same {} times since it was last told\n{}", untoldBefore, report.text());
        var to = display.get();
        if (to != null) {
            to.accept(report);
        }
    }
}
