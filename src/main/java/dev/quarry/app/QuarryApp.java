package dev.quarry.app;

import dev.quarry.fault.ErrorReport;
import dev.quarry.language.lexer.LexerHighlighter;
import dev.quarry.settings.SettingsFile;
import dev.quarry.ui.fx.Fonts;
import dev.quarry.ui.fx.FxThread;
import dev.quarry.ui.fx.NextFrame;
import dev.quarry.ui.window.ErrorDialog;
import dev.quarry.ui.window.QuarryWindow;
import dev.quarry.ui.window.SystemFileDialogs;
import dev.quarry.ui.window.WindowParts;
import dev.quarry.ui.window.WindowShell;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The application as the toolkit knows it. The toolkit makes the instance, so what it needs waits in a static field.
public final class QuarryApp extends Application {
    private static final List<String> ICONS = List.of("quarry-32.png", "quarry-64.png", "quarry-256.png");

    private static @Nullable Start waiting;

    private @Nullable WindowParts parts;
    private @Nullable QuarryWindow window;

    /// What it opens with.
    ///
    /// @param settings all that the first frame needs
    /// @param parts asked for after the first frame
    /// @param file what it opens on; null for what it opens on by itself
    /// @param firstFrameOnly whether nothing comes after that frame, for who makes a cache of it
    record Start(
            SettingsFile settings,
            Supplier<WindowParts> parts,
            @Nullable Path file,
            Guard guard,
            boolean firstFrameOnly) {}

    /// Opens the window and blocks until it is closed. Once in the life of a process.
    static void show(Start start) {
        synchronized (QuarryApp.class) {
            waiting = start;
        }
        Application.launch(QuarryApp.class);
    }

    private static synchronized Start waiting() {
        return Objects.requireNonNull(waiting, "QuarryApp is started by show");
    }

    @Override
    public void start(Stage stage) {
        try {
            open(stage, waiting());
        } catch (RuntimeException | Error e) {
            tell(e);
            throw e;
        }
    }

    private void open(Stage stage, Start start) {
        Fonts.loadFirst();
        var shell = WindowShell.show(stage, start.settings(), new LexerHighlighter());
        if (!start.firstFrameOnly()) {
            NextFrame.after(() -> {
                shell.readAhead();
                FxThread.LATER.execute(() -> fillOrEnd(stage, shell, start));
            });
        }
    }

    private void fillOrEnd(Stage stage, WindowShell shell, Start start) {
        try {
            fill(stage, shell, start);
        } catch (RuntimeException | Error e) {
            start.guard().failed(e);
            tell(e);
            Platform.exit();
        }
    }

    /// Who starts it from a desktop's menu sees no terminal.
    private static void tell(Throwable failure) {
        new ErrorDialog(null).showFailedStart(ErrorReport.of(Thread.currentThread(), failure));
    }

    private void fill(Stage stage, WindowShell shell, Start start) {
        Fonts.loadRest(); // before there is anything to show in them
        var made = start.parts().get();
        parts = made;
        window = new QuarryWindow(
                made,
                shell,
                new SystemFileDialogs(stage, address -> getHostServices().showDocument(address.toString())));
        start.guard().shown(stage);
        NextFrame.after(() -> {
            for (var icon : ICONS) { // to be read and scaled, and seen outside the window only
                stage.getIcons().add(new Image("/dev/quarry/icons/" + icon));
            }
        });
        var file = start.file();
        if (file != null) {
            window.open(file);
        }
    }

    @Override
    public void stop() {
        if (window != null) {
            window.close();
        }
        if (parts != null) {
            parts.assistant().close();
            parts.history().close();
        }
    }
}
