package dev.quarry.app;

import dev.quarry.settings.AppFolders;
import dev.quarry.ui.control.FileDialogs;
import dev.quarry.ui.window.QuarryWindow;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.fxmisc.richtext.CodeArea;

/// A window that opens a file too large for its memory, in a process of its own: tells how the user hears of it, then
/// goes on typing. To be started by tests.
final class MemoryProbe extends AnimationTimer {
    private final Stage stage;
    private boolean opened;
    private int framesAfter;

    private MemoryProbe(Stage stage) {
        this.stage = stage;
    }

    /// Opens the window.
    ///
    /// @param arguments the file
    public static void main(String[] arguments) {
        var folders = AppFolders.ofThisUser();
        var guard = Guard.begin(folders);
        var file = Path.of(arguments[0]);
        Platform.startup(() -> {
            var stage = new Stage();
            new QuarryWindow(Windows.parts(new Wiring(folders, System.out::println)), stage, new OneFile(file));
            guard.shown(stage);
            new MemoryProbe(stage).start();
        });
    }

    @Override
    public void handle(long now) {
        var scene = stage.getScene();
        var input = (CodeArea) scene.lookup("#input-editor");
        if (!opened && input.getLength() > 0) {
            opened = true;
            ((MenuBar) scene.lookup(".menu-bar"))
                    .getMenus().stream()
                            .flatMap(menu -> menu.getItems().stream())
                            .filter(item -> "menu-open".equals(item.getId()))
                            .forEach(MenuItem::fire);
        } else if (opened && told(scene) && framesAfter++ == 30) {
            stop();
            System.out.println("told: " + sentence(scene));
            input.clear();
            input.insertText(0, "typed after");
            Platform.runLater(() -> {
                System.out.println("input: " + input.getText());
                System.exit(0);
            });
        }
    }

    private static String sentence(Scene scene) {
        return hasDialog() ? dialogSentence() : ((Label) scene.lookup("#input-banner-sentence")).getText();
    }

    private static boolean told(Scene scene) {
        return scene.lookup("#input-banner").isVisible() || hasDialog();
    }

    private static boolean hasDialog() {
        return !dialogSentence().isEmpty();
    }

    /// Empty while there is no dialog.
    private static String dialogSentence() {
        return Window.getWindows().stream()
                .map(window -> window.getScene().lookup("#error-sentence"))
                .flatMap(found -> found instanceof Label label ? Stream.of(label.getText()) : Stream.empty())
                .findFirst()
                .orElse("");
    }

    private record OneFile(Path file) implements FileDialogs {
        @Override
        public Optional<Path> open() {
            return Optional.of(file);
        }

        @Override
        public Optional<Path> save(String suggestedName) {
            return Optional.empty();
        }
    }
}
