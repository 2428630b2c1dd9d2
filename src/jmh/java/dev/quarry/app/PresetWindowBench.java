package dev.quarry.app;

import static dev.quarry.bench.FxFrames.frame;
import static dev.quarry.bench.FxFrames.onFx;

import dev.quarry.bench.Comparison;
import dev.quarry.bench.FxFrames;
import dev.quarry.preset.PresetEntry;
import dev.quarry.preset.PresetLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// 500 presets of the user's in the real window: opening it, filtering them while typing, and picking one
/// after the other. The peer of opening and picking is the same window with the built-in presets alone, that
/// of filtering a bare list of JavaFX with as many texts and no files, no descriptions and no task form.
final class PresetWindowBench {
    private static final int PRESETS = 500;
    private static final int PICKS = 20;
    private static final String TYPED = "review 4";

    private final BenchWindow window;

    private PresetWindowBench(Path home) throws Exception {
        window = BenchWindow.open(home);
    }

    public static void main(String[] arguments) throws Exception {
        BenchWindow.measure(folder ->
                measure(withPresets(folder.resolve("many")), Files.createDirectories(folder.resolve("none"))));
    }

    private static Path withPresets(Path home) throws Exception {
        var presets = Files.createDirectories(home.resolve("presets"));
        var entry = PresetLibrary.load(List.of()).entry("Review").orElseThrow();
        for (var i = 0; i < PRESETS; i++) {
            var text = entry.text().replaceFirst("name: Review", "name: Review " + i);
            Files.writeString(presets.resolve("preset-%03d.md".formatted(i)), text);
        }
        return home;
    }

    private static void measure(Path many, Path none) throws Exception {
        new Comparison("window opened with 500 presets, ms to the frame that lists them, against none", 2, 7)
                .run(() -> opening(many, PRESETS), () -> opening(none, 1));
        var bare = onFx(PresetWindowBench::bareList);
        var full = open(many, PRESETS);
        var empty = open(none, 1);
        new Comparison("a key in the search over 500 presets, FX thread ms, against a bare list", 3, 9)
                .run(() -> full.typing(full.window.scene()), () -> full.typing(bare));
        new Comparison("picking a preset among 500, FX thread ms, against picking among the built-in", 3, 9)
                .run(full::picking, empty::picking);
        full.window.close();
        empty.window.close();
    }

    private static double opening(Path home, int least) throws Exception {
        var start = System.nanoTime();
        var bench = open(home, least);
        var took = (System.nanoTime() - start) / 1e6;
        bench.window.close();
        return took;
    }

    private static PresetWindowBench open(Path home, int least) throws Exception {
        var bench = new PresetWindowBench(home);
        frame(
                bench.window.scene(),
                () -> bench.list() != null
                        && bench.list().getItems().size() >= least
                        && bench.window.scene().lookup("#preset-list .list-cell .preset-row") != null);
        return bench;
    }

    @SuppressWarnings("unchecked") // the list of presets
    private ListView<PresetEntry> list() {
        return (ListView<PresetEntry>) window.scene().lookup("#preset-list");
    }

    private static Scene bareList() {
        var names = FXCollections.<String>observableArrayList();
        for (var i = 0; i < PRESETS; i++) {
            names.add("Review " + i);
        }
        var shown = new FilteredList<>(names);
        var search = new TextField();
        search.setId("preset-search");
        search.textProperty()
                .addListener((o, was, is) ->
                        shown.setPredicate(n -> n.toLowerCase(Locale.ROOT).contains(is)));
        var scene = new Scene(new VBox(search, new ListView<>(shown)), 1280, 820);
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return scene;
    }

    /// The median of the keys of a word, its deletion included.
    private double typing(Scene scene) throws Exception {
        var times = new double[2 * TYPED.length()];
        for (var i = 0; i < times.length; i++) {
            var length = i < TYPED.length() ? i + 1 : times.length - 1 - i;
            times[i] =
                    cost(scene, () -> ((TextField) scene.lookup("#preset-search")).setText(TYPED.substring(0, length)));
        }
        return median(times);
    }

    private double picking() throws Exception {
        var times = new double[PICKS];
        for (var i = 0; i < times.length; i++) {
            var at = i;
            times[i] = cost(
                    window.scene(),
                    () -> list().getSelectionModel()
                            .select(at % Math.min(8, list().getItems().size())));
        }
        return median(times);
    }

    /// Processor time of the FX thread for a change and the frames that show it.
    private static double cost(Scene scene, Runnable change) throws Exception {
        var before = FxFrames.cpuMillis();
        onFx(() -> {
            change.run();
            return true;
        });
        frame(scene, () -> true);
        frame(scene, () -> true);
        return FxFrames.cpuMillis() - before;
    }

    private static double median(double[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }
}
