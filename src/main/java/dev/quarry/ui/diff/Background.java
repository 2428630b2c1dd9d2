package dev.quarry.ui.diff;

import dev.quarry.ui.fx.FxThread;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Single pieces of work off the FX thread.
final class Background {

    private Background() {}

    /// @param work may block
    /// @param show gets what came out, on the FX thread
    static <T> void run(Supplier<T> work, Consumer<T> show) {
        Thread.ofVirtual().name("apply").start(() -> {
            var made = work.get();
            FxThread.LATER.execute(() -> show.accept(made));
        });
    }
}
