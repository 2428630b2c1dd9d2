package dev.quarry.app;

import dev.quarry.fault.StartMark;
import dev.quarry.fault.UncaughtErrors;
import dev.quarry.settings.AppFolders;
import dev.quarry.ui.fx.FreezeWatch;
import dev.quarry.ui.fx.FxThread;
import dev.quarry.ui.window.ErrorDialog;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// What keeps a window alive, and tells when something is wrong with it: uncaught errors, freezes, starts that fail.
final class Guard implements AutoCloseable {

    /// A window that has lived so long has got through all it does at its start.
    private static final Duration STARTED = Duration.ofSeconds(3);

    private final UncaughtErrors errors = new UncaughtErrors();
    private final StartMark mark;
    private @Nullable FreezeWatch watch;
    private volatile boolean failed;

    private Guard(StartMark mark) {
        this.mark = mark;
    }

    /// Guards this process from now on.
    static Guard begin(AppFolders folders) {
        var guard = new Guard(StartMark.begin(folders.data()));
        guard.errors.install();
        return guard;
    }

    /// Whether this start is to read nothing that may have made the last one fail.
    boolean safeMode() {
        return mark.afterCrash();
    }

    /// The window is on the screen. FX thread.
    void shown(Window window) {
        var dialog = new ErrorDialog(window);
        errors.showTo(report -> FxThread.LATER.execute(() -> dialog.show(report)));
        watch = FreezeWatch.start();
        CompletableFuture.delayedExecutor(STARTED.toMillis(), TimeUnit.MILLISECONDS, FxThread.LATER)
                .execute(() -> Thread.ofVirtual().name("start-succeeded").start(mark::succeeded));
    }

    /// The window did not come up; the mark of it stays.
    void failed(Throwable error) {
        failed = true;
        errors.uncaughtException(Thread.currentThread(), error);
    }

    boolean hasFailed() {
        return failed;
    }

    /// The window was closed as it should be.
    @Override
    public void close() {
        if (watch != null) {
            watch.close();
        }
        mark.succeeded();
    }
}
