package dev.quarry.app;

import dev.quarry.preset.Preset;
import dev.quarry.settings.AppFolders;
import dev.quarry.settings.SettingsFile;
import dev.quarry.ui.window.WindowParts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.stage.Window;
import org.fxmisc.richtext.CodeArea;

/// The application in a process of its own, with its window looked at from inside: prints what is asked for, line by
/// line, and closes the window. To be started by tests.
final class WindowProbe {
    private static final PrintStream OUT = System.out;

    private final String what;
    private final Path file;
    private boolean seen;
    private boolean told;

    private WindowProbe(String what, Path file) {
        this.what = what;
        this.file = file;
    }

    /// Opens the window.
    ///
    /// @param arguments what is asked for, and a file that it needs
    public static void main(String[] arguments) throws IOException {
        var probe = new WindowProbe(arguments[0], Path.of(arguments[1]));
        Thread.ofPlatform().daemon().start(probe::attach);
        if (probe.what.equals("failure")) {
            System.exit(openWithoutParts());
        }
        Main.main(new String[0]);
    }

    private static int openWithoutParts() {
        try {
            Toolkit.start();
        } catch (NoWindowException e) {
            throw new IllegalStateException(e);
        }
        var folders = AppFolders.ofThisUser();
        Supplier<WindowParts> none = () -> {
            throw new IllegalStateException("no parts");
        };
        return Windows.open(new QuarryApp.Start(new SettingsFile(folders), none, null, Guard.begin(folders), false));
    }

    /// The toolkit is started by the application, so this waits until there is one.
    private void attach() {
        while (true) {
            try {
                Platform.runLater(() -> Window.getWindows().addListener((ListChangeListener<Window>) change -> look()));
                return;
            } catch (IllegalStateException notYet) {
                Thread.onSpinWait();
            }
        }
    }

    private void look() {
        if (!seen && !Window.getWindows().isEmpty()) {
            seen = true;
            var window = Window.getWindows().getFirst();
            var scene = window.getScene();
            switch (what) {
                case "failure" -> eachFrame(WindowProbe::closeDialog);
                case "classes" -> scene.addPostLayoutPulseListener(new FirstPulse());
                default -> eachFrame(() -> tellOfSafeMode(scene));
            }
        }
    }

    private static void eachFrame(Runnable look) {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                look.run();
            }
        }.start();
    }

    private final class FirstPulse implements Runnable {
        private boolean done;

        @Override
        public void run() {
            if (!done) {
                done = true;
                // The JVM writes each class that it loads to this file.
                say("classes " + file.toFile().length());
                close();
            }
        }
    }

    private static void closeDialog() {
        for (var window : List.copyOf(Window.getWindows())) {
            var root = window.getScene().getRoot();
            if ("error-dialog".equals(root.getId())) {
                var report = (TextArea) root.lookup(".error-report");
                say("dialog " + report.getText().replace("\n", " "));
                window.hide();
            }
        }
    }

    private void tellOfSafeMode(Scene scene) {
        var tasks = (ComboBox<?>) scene.lookup("#task-picker");
        if (!told
                && tasks != null
                && tasks.getValue() != null
                && ((CodeArea) scene.lookup("#input-editor")).getLength() > 0) {
            told = true;
            var banner = scene.lookup("#input-banner");
            say("banner " + (banner.isVisible() ? ((Labeled) scene.lookup("#input-banner-sentence")).getText() : ""));
            say("stylesheets " + scene.getStylesheets().getFirst());
            say("tasks "
                    + tasks.getItems().stream()
                            .map(preset -> ((Preset) preset).name())
                            .toList());
            close();
        }
    }

    private static void say(String line) {
        OUT.println(line);
        OUT.flush();
    }

    private static void close() {
        Platform.runLater(Platform::exit);
    }
}
