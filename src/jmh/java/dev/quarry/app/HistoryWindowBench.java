package dev.quarry.app;

import static dev.quarry.bench.FxFrames.frame;

import dev.quarry.bench.Comparison;
import dev.quarry.bench.FxFrames;
import dev.quarry.history.ManyRuns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import org.fxmisc.richtext.CodeArea;

/// The real window over a history of 100,000 runs: how long until its first frame, until its samples are there, and
/// until the list shows the newest runs. The peers are the same window with an empty history and, where the list is
/// waited for, with one of a thousand runs. Takes the file of an earlier measurement when `quarry.bench.history` names
/// one.
final class HistoryWindowBench {
    private static final int RUNS = Integer.getInteger("quarry.bench.runs", 100_000);
    private static final int FEW = 1_000;

    private final BenchWindow window;

    private HistoryWindowBench(Path home) throws Exception {
        window = BenchWindow.open(home);
    }

    public static void main(String[] arguments) throws Exception {
        BenchWindow.measure(folder -> measure(
                withRuns(folder.resolve("many"), RUNS, System.getProperty("quarry.bench.history")),
                withRuns(folder.resolve("few"), FEW, null),
                keepingAll(folder.resolve("none"))));
    }

    private static Path withRuns(Path home, int runs, String made) throws Exception {
        var file = Files.createDirectories(home).resolve("history.db");
        if (made == null) {
            ManyRuns.fill(file, runs);
        } else {
            Files.copy(Path.of(made), file);
        }
        return keepingAll(home);
    }

    /// Else the runs of the year before the last would be deleted while the first windows are measured.
    private static Path keepingAll(Path home) throws Exception {
        var limits = "{\"history\": {\"kept\": true, \"days\": 0, \"megabytes\": 0}}";
        Files.writeString(Files.createDirectories(home).resolve("settings.json"), limits);
        return home;
    }

    private static void measure(Path many, Path few, Path none) throws Exception {
        new Comparison("window opened over 100,000 runs, FX thread ms to its first frame, against none", 4, 21)
                .run(() -> firstFrame(many), () -> firstFrame(none));
        new Comparison("window opened over 100,000 runs, ms until presets and sample are there, against none", 3, 21)
                .run(() -> opening(many, window -> window::isUsable), () -> opening(none, window -> window::isUsable));
        new Comparison("window opened over 100,000 runs, ms until they are listed, against 1,000", 3, 21)
                .run(() -> opening(many, window -> window::listsRuns), () -> opening(few, window -> window::listsRuns));
    }

    /// Processor time, for the waits of a frame tell nothing of the work in it.
    private static double firstFrame(Path home) throws Exception {
        var before = FxFrames.cpuMillis();
        var bench = new HistoryWindowBench(home);
        frame(bench.window.scene(), () -> true);
        var took = FxFrames.cpuMillis() - before;
        bench.settle();
        return took;
    }

    private interface Until {
        BooleanSupplier of(HistoryWindowBench window);
    }

    private static double opening(Path home, Until until) throws Exception {
        var start = System.nanoTime();
        var bench = new HistoryWindowBench(home);
        frame(bench.window.scene(), until.of(bench));
        var took = (System.nanoTime() - start) / 1e6;
        bench.settle();
        return took;
    }

    /// Closes the window once it does nothing more in the background that would fall into the next measurement.
    private void settle() throws Exception {
        frame(window.scene(), this::isUsable);
        window.wiring().history().values();
        window.close();
    }

    private Node find(String selector) {
        return window.scene().lookup(selector);
    }

    /// The presets and the sample are there.
    private boolean isUsable() {
        return find("#preset-list .list-cell .preset-row") != null
                && ((CodeArea) find("#input-editor")).getLength() > 0;
    }

    private boolean listsRuns() {
        return !((ListView<?>) find("#history-list")).getItems().isEmpty()
                && find("#history-list .list-cell .run-task") != null;
    }
}
