package dev.quarry.app;

import dev.quarry.fault.ErrorReport;
import dev.quarry.ui.fx.Fonts;
import dev.quarry.ui.fx.NextFrame;
import dev.quarry.ui.window.ErrorDialog;
import dev.quarry.ui.window.QuarryWindow;
import dev.quarry.ui.window.SystemFileDialogs;
import dev.quarry.ui.window.WindowParts;
import dev.quarry.ui.window.WindowShell;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The application as the toolkit knows it. The toolkit makes the instance, so what it needs waits in a static field.
public final class QuarryApp extends Application {
    private static final List<String> ICONS = List.of("quarry-32.png", "quarry-64.png", "quarry-256.png");

    private static @Nullable WindowParts waiting;
    private static @Nullable Path firstFile;
    private static @Nullable Guard guard;

    private @Nullable QuarryWindow window;

    /// Opens the window and blocks until it is closed. Once in the life of a process.
    ///
    /// @param file what it opens on; null for what it opens on by itself
    static void show(WindowParts parts, @Nullable Path file, Guard over) {
        synchronized (QuarryApp.class) {
            waiting = parts;
            firstFile = file;
            guard = over;
        }
        Application.launch(QuarryApp.class);
    }

    private static synchronized WindowParts parts() {
        return Objects.requireNonNull(waiting, "QuarryApp is started by show");
    }

    private static synchronized @Nullable Path firstFile() {
        return firstFile;
    }

    private static synchronized Guard guard() {
        return Objects.requireNonNull(guard, "QuarryApp is started by show");
    }

    @Override
    public void start(Stage stage) {
        try {
            open(stage);
        } catch (RuntimeException | Error e) {
            // Who starts it from a desktop's menu sees no terminal.
            new ErrorDialog(null).showFailedStart(ErrorReport.of(Thread.currentThread(), e));
            throw e;
        }
    }

    private void open(Stage stage) {
        Fonts.loadFirst();
        NextFrame.after(Fonts::loadRest); // before what the window does after that frame, which is to show code
        NextFrame.after(() -> {
            for (var icon : ICONS) { // to be read and scaled, and seen outside the window only
                stage.getIcons().add(new Image("/dev/quarry/icons/" + icon));
            }
        });
        var parts = parts();
        var shell = WindowShell.show(stage, parts.settingsFile(), parts.highlighter());
        guard().shown(stage);
        NextFrame.after(() -> fill(shell, parts));
    }

    private void fill(WindowShell shell, WindowParts parts) {
        window = new QuarryWindow(
                parts,
                shell,
                new SystemFileDialogs(
                        shell.stage(), address -> getHostServices().showDocument(address.toString())));
        var file = firstFile();
        if (file != null) {
            window.open(file);
        }
    }

    @Override
    public void stop() {
        if (window != null) {
            window.close();
        }
        parts().assistant().close();
        parts().history().close();
    }
}
