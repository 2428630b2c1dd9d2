package dev.quarry.app;

import static dev.quarry.bench.FxFrames.onFx;

import dev.quarry.bench.FxFrames;
import dev.quarry.settings.AppFolders;
import dev.quarry.ui.control.NoFileDialogs;
import dev.quarry.ui.window.QuarryWindow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The real window over folders of its own.
final class BenchWindow {
    private final Stage stage = new Stage();
    private final Wiring wiring;
    private final QuarryWindow window;

    /// What is measured, with a folder that is deleted afterwards.
    interface Measuring {
        void in(Path folder) throws Exception;
    }

    private BenchWindow(Path home) {
        wiring = new Wiring(new AppFolders(home, home), System.err::println);
        window = new QuarryWindow(Windows.parts(wiring), stage, new NoFileDialogs());
    }

    /// Measures, and ends the process.
    static void measure(Measuring measuring) throws Exception {
        var folder = Files.createTempDirectory("quarry-bench");
        try {
            FxFrames.start();
            measuring.in(folder);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1); // the FX thread would keep the process alive
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
            }
        }
        System.exit(0);
    }

    /// Opens it.
    static BenchWindow open(Path home) throws Exception {
        return onFx(() -> new BenchWindow(home));
    }

    Scene scene() {
        return stage.getScene();
    }

    Wiring wiring() {
        return wiring;
    }

    void close() throws Exception {
        onFx(() -> {
            window.close();
            stage.hide();
            return true;
        });
        wiring.close();
    }
}
