package dev.quarry.bench;

import dev.quarry.ui.fx.Fonts;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;

/// Work on the FX thread of a bench, and waiting for frames. To be called from any other thread.
public final class FxFrames {
    private static final int TIMEOUT_SECONDS = 60;

    private FxFrames() {}

    /// Starts the toolkit without a display, with the fonts of the window.
    public static void start() throws Exception {
        System.setProperty("glass.platform", System.getProperty("glass.platform", "Headless"));
        System.setProperty("prism.order", "sw");
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        onFx(() -> {
            Fonts.load();
            return true;
        });
    }

    /// Does the work there, and waits for it.
    public static <T> T onFx(Callable<T> work) throws Exception {
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    /// The processor time that the FX thread has had, in milliseconds.
    public static double cpuMillis() throws Exception {
        return onFx(() -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6);
    }

    /// Waits for a frame that was laid out with something true.
    public static void frame(Scene scene, BooleanSupplier shown) throws Exception {
        var done = new CompletableFuture<Boolean>();
        onFx(() -> {
            var listener = new Runnable[1];
            listener[0] = () -> {
                if (shown.getAsBoolean()) {
                    scene.removePostLayoutPulseListener(listener[0]);
                    done.complete(true);
                } else {
                    Platform.requestNextPulse();
                }
            };
            scene.addPostLayoutPulseListener(listener[0]);
            Platform.requestNextPulse();
            return true;
        });
        done.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }
}
