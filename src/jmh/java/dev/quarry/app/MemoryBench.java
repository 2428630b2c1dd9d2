package dev.quarry.app;

import dev.quarry.bedrock.BedrockConnection;
import dev.quarry.run.ModelConnection;
import dev.quarry.run.RunException;
import dev.quarry.sample.SampleConnection;
import dev.quarry.sample.SampleLibrary;
import dev.quarry.settings.AppFolders;
import dev.quarry.ui.control.FileDialogs;
import dev.quarry.ui.control.Texts;
import dev.quarry.ui.fx.Fonts;
import dev.quarry.ui.window.QuarryWindow;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;

/// Whether the window grows over an hour of work, done in five minutes: samples are run, some to their end
/// and some stopped, every tab is looked at, the answer is taken over, a file of 2 MB is opened, and all is
/// cleared again. The peer is the window itself after the first of the five minutes, when all code has been
/// loaded.
///
/// The system property `quarry.bench.seconds` changes the five minutes.
final class MemoryBench {
    private static final long SECONDS = Long.getLong("quarry.bench.seconds", 300);
    private static final Duration THINKING = Duration.ofMillis(200); // so that a run is seen to go on
    private static final Duration PIECE = Duration.ofMillis(1); // twelve times the pace of a model
    private static final double MEGABYTE = 1_048_576;

    private final Scene scene;
    private int runs;

    private MemoryBench(Scene scene) {
        this.scene = scene;
    }

    public static void main(String[] arguments) throws Exception {
        System.setProperty("glass.platform", System.getProperty("glass.platform", "Headless"));
        System.setProperty("prism.order", "sw");
        var home = Files.createTempDirectory("quarry-bench");
        var file = Files.writeString(home.resolve("Large.java"), largeFile());
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        var scene = onFx(() -> open(home, file));
        try {
            new MemoryBench(scene).run();
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1); // the FX thread would keep the process alive
        }
        System.exit(0);
    }

    private static Scene open(Path home, Path file) {
        Fonts.load();
        var stage = new Stage();
        var wiring = new Wiring(new AppFolders(home, home), System.out::println);
        var parts = Windows.parts(wiring);
        var connected = parts.connectedBy(options -> new SampleConnection(
                () -> SampleScript.of(wiring.presets(), SampleLibrary.bundled().samples()),
                MemoryBench::client,
                piece -> LockSupport.parkNanos((piece == 0 ? THINKING : PIECE).toNanos())));
        new QuarryWindow(connected, stage, new OneFile(file));
        return stage.getScene();
    }

    private static ModelConnection client(URI endpoint) {
        try {
            return BedrockConnection.loopback(endpoint, SampleConnection.LABEL);
        } catch (RunException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String largeFile() {
        var text = new StringBuilder("class Large {\n");
        for (var i = 0; text.length() < 1_900_000; i++) {
            text.append("    int field").append(i).append(" = sum(").append(i).append(", \"item\"); // in cents\n");
        }
        return text.append("}\n").toString();
    }

    private void run() throws Exception {
        await("the samples", () -> !samples().isEmpty() && connected());
        var began = System.nanoTime();
        cyclesUntil(began, SECONDS / 5);
        var heap = heap();
        var resident = resident();
        var before = runs;
        cyclesUntil(began, SECONDS);
        row("heap in use after an hour's work, MB against its first twelve minutes", heap(), heap);
        if (resident > 0) {
            row("resident after an hour's work, MB against its first twelve minutes", resident(), resident);
        }
        System.out.printf(
                Locale.ROOT, "memory: %d runs in all, %d of them after the first reading%n", runs, runs - before);
    }

    private void cyclesUntil(long began, long seconds) throws Exception {
        while (System.nanoTime() - began < TimeUnit.SECONDS.toNanos(seconds)) {
            cycle();
        }
        onFx(() -> {
            fire("menu-clear-input");
            return null;
        });
    }

    private void cycle() throws Exception {
        var cycle = runs;
        onFx(() -> {
            var samples = samples();
            samples.get(cycle % samples.size()).fire();
            return null;
        });
        await("a sample", () -> input().getLength() > 0 && !button("run").isDisabled());
        onFx(() -> {
            button("run").fire();
            return null;
        });
        runs++;
        await("a run", this::isRunning);
        if (cycle % 3 == 2) {
            TimeUnit.MILLISECONDS.sleep(300);
            onFx(() -> {
                button("stop").fire();
                return null;
            });
        }
        await("the end of a run", () -> !button("run").isDisabled());
        var tabs = onFx(() -> List.copyOf(scene.getRoot().lookupAll(".tab-toggle")));
        for (var tab : tabs) {
            onFx(() -> {
                ((ToggleButton) tab).fire();
                return null;
            });
            TimeUnit.MILLISECONDS.sleep(100);
        }
        if (cycle % 5 == 4) {
            onFx(() -> {
                fire("menu-open");
                return null;
            });
            await("the file", () -> input().getLength() > 1_800_000);
        } else {
            onFx(() -> {
                fire("menu-swap-output");
                return null;
            });
        }
        onFx(() -> {
            fire("menu-clear-input");
            return null;
        });
    }

    /// A sample holds a credential: what the window asks then is answered as most would.
    private boolean isRunning() {
        var banner = scene.lookup("#input-banner");
        if (banner.isVisible()) {
            banner.lookupAll(".button").stream()
                    .map(Button.class::cast)
                    .filter(b -> Texts.of("action.secrets-placeholders").equals(b.getText()))
                    .findFirst()
                    .ifPresent(Button::fire);
        }
        return !button("stop").isDisabled();
    }

    private boolean connected() {
        return scene.lookup("#connection") instanceof Labeled label
                && label.getText().startsWith("Samples");
    }

    private CodeArea input() {
        return (CodeArea) scene.lookup("#input-editor");
    }

    private Button button(String id) {
        return (Button) scene.lookup("#" + id);
    }

    private List<MenuItem> samples() {
        return menus().stream()
                .filter(menu -> "menu-samples".equals(menu.getId()))
                .findFirst()
                .orElseThrow()
                .getItems();
    }

    private void fire(String id) {
        menus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> id.equals(item.getId()) && !item.isDisable())
                .findFirst()
                .ifPresent(MenuItem::fire);
    }

    private List<Menu> menus() {
        return ((MenuBar) scene.lookup(".menu-bar")).getMenus();
    }

    private static void row(String name, double now, double before) {
        System.out.printf(Locale.ROOT, "%s | %.0f | %.0f | %.2f%n", name, now, before, now / before);
    }

    /// What is left when all garbage has been collected.
    private static double heap() throws InterruptedException {
        var runtime = Runtime.getRuntime();
        for (var i = 0; i < 3; i++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(200); // what only cleaners hold goes with the next collection
        }
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    }

    /// 0 where there is no /proc.
    private static double resident() throws IOException {
        var status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!onFx(condition)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static <T> T onFx(Callable<T> task) throws Exception {
        var run = new FutureTask<>(task);
        Platform.runLater(run);
        return run.get();
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
