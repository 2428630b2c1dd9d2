package dev.quarry.app;

import dev.quarry.bedrock.BedrockConnection;
import dev.quarry.preset.Preset;
import dev.quarry.run.Connections;
import dev.quarry.settings.AppFolders;
import dev.quarry.ui.control.NoFileDialogs;
import dev.quarry.ui.window.QuarryWindow;
import java.net.URI;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;

/// A window in a process of its own, in which somebody runs a task and types on while the answer comes: prints how far
/// the input and the answer are, and when, until the process is killed. To be started by tests.
final class BusyWindow extends AnimationTimer {
    static final String LABEL = "Loopback";
    static final String TASK = "Refactor";
    static final String FIRST_INPUT = "def total(xs):\n    return sum(xs)\n";

    private static final int FRAMES_BETWEEN_EDITS = 5;

    private final Stage stage;
    private boolean running;
    private int frames;
    private int edits;

    private BusyWindow(Stage stage) {
        this.stage = stage;
    }

    /// Opens the window.
    ///
    /// @param arguments the endpoint that answers
    public static void main(String[] arguments) {
        var connections = connections(URI.create(arguments[0]));
        Platform.startup(() -> {
            var stage = new Stage();
            var wiring = new Wiring(AppFolders.ofThisUser(), System.err::println);
            new QuarryWindow(Windows.parts(wiring).connectedBy(connections), stage, new NoFileDialogs());
            new BusyWindow(stage).start();
        });
    }

    static Connections connections(URI endpoint) {
        return options -> BedrockConnection.loopback(endpoint, LABEL);
    }

    @Override
    public void handle(long now) {
        var scene = stage.getScene();
        var input = (CodeArea) scene.lookup("#input-editor");
        if (!running) {
            if (isReady(scene, input)) {
                pick(scene);
                input.replaceText(FIRST_INPUT);
                ((Button) scene.lookup("#run")).fire();
                running = true;
            }
            return;
        }
        var shown =
                ((CodeArea) scene.lookup("#output-editor")).getText().lines().count();
        if (shown > 0 && ++frames % FRAMES_BETWEEN_EDITS == 0) {
            input.appendText("# edit " + ++edits + "\n");
            System.out.println("edits " + edits + " lines " + shown + " at " + System.currentTimeMillis());
            System.out.flush();
        }
    }

    private static boolean isReady(Scene scene, CodeArea input) {
        return ((Labeled) scene.lookup("#connection")).getText().equals(LABEL) && input.getLength() > 0;
    }

    @SuppressWarnings("unchecked") // the list of tasks
    private static void pick(Scene scene) {
        var tasks = (ComboBox<Preset>) scene.lookup("#task-picker");
        tasks.setValue(tasks.getItems().stream()
                .filter(preset -> preset.name().equals(TASK))
                .findFirst()
                .orElseThrow());
    }
}
