package dev.quarry.app;

import dev.quarry.ui.fx.Fonts;
import dev.quarry.ui.window.QuarryWindow;
import dev.quarry.ui.window.SystemFileDialogs;
import dev.quarry.ui.window.WindowParts;
import java.util.Objects;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The application as the toolkit knows it. The toolkit makes the instance, so what it needs waits in a static field.
public final class QuarryApp extends Application {
    private static @Nullable WindowParts waiting;

    private @Nullable QuarryWindow window;

    /// Opens the window and blocks until it is closed. Once in the life of a process.
    static void show(WindowParts parts) {
        synchronized (QuarryApp.class) {
            waiting = parts;
        }
        Application.launch(QuarryApp.class);
    }

    private static synchronized WindowParts parts() {
        return Objects.requireNonNull(waiting, "QuarryApp is started by show");
    }

    @Override
    public void start(Stage stage) {
        Fonts.load();
        window = new QuarryWindow(parts(), stage, new SystemFileDialogs(stage));
    }

    @Override
    public void stop() {
        if (window != null) {
            window.close();
        }
        parts().assistant().close();
    }
}
