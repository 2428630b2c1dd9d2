package dev.quarry.ui.window;

import dev.quarry.check.AnswerCheck;
import dev.quarry.check.CheckTools;
import dev.quarry.check.Subject;
import dev.quarry.check.Verdict;
import dev.quarry.settings.Settings;
import dev.quarry.ui.fx.FxThread;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Checks one answer at a time in the background: another one takes its place, and nothing is heard of the one
/// before. FX thread only.
final class BackgroundCheck implements AutoCloseable {
    private final Supplier<Settings.Checks> settings;
    private @Nullable Thread worker;
    private int version;

    /// @param settings asked anew for each check
    BackgroundCheck(Supplier<Settings.Checks> settings) {
        this.settings = settings;
    }

    /// @param whenDone told on the FX thread, unless another check or [#stop] came in between
    void start(Subject subject, Consumer<Verdict> whenDone) {
        stop();
        var now = version;
        var checks = settings.get();
        worker = Thread.ofVirtual().name("check").start(() -> {
            try {
                var tools = CheckTools.of(checks.commands(), System.getenv(), Duration.ofSeconds(checks.seconds()));
                var verdict = new AnswerCheck(tools).check(subject);
                FxThread.LATER.execute(() -> {
                    if (now == version) {
                        whenDone.accept(verdict);
                    }
                });
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // another answer is on its way: nobody waits for this
            }
        });
    }

    /// Ends what goes on, compilers included.
    void stop() {
        version++;
        if (worker != null) {
            worker.interrupt();
            worker = null;
        }
    }

    @Override
    public void close() {
        stop();
    }
}
