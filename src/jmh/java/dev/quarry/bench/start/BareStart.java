package dev.quarry.bench.start;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;

/// The peer of the window: a stage with one empty code area, in the look that comes with JavaFX.
public final class BareStart {

    private BareStart() {}

    public static void main(String[] arguments) {
        Usable.tell();
        Application.launch(Bare.class);
    }

    /// Made by the toolkit. Not the main class, for which Java would look into the module path.
    public static final class Bare extends Application {
        @Override
        public void start(Stage stage) {
            var area = new CodeArea();
            stage.setScene(new Scene(new VirtualizedScrollPane<>(area), 1280, 820));
            stage.show();
            area.requestFocus();
        }
    }
}
