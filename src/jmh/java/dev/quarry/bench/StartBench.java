package dev.quarry.bench;

import dev.quarry.bench.StartedJvm.Start;
import dev.quarry.settings.AppFolders;
import dev.quarry.settings.Settings;
import dev.quarry.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// How soon the window takes typing and what that costs, against a bare JavaFX stage with one empty code area in the
/// same JVM, and against an empty page with CodeMirror in headless Chromium; and what `run --help` costs, against a
/// program that prints a line. Medians of ten starts each, in turns. With an AOT cache for both sides, then without.
/// Ours are those that the application is shipped with; the peer's is trained on what it does. The options of the JVM
/// are
/// those of the application on both sides.
final class StartBench {
    private static final Path FOLDER = Path.of("target", "bench-start").toAbsolutePath();
    private static final int ROUNDS = Integer.getInteger("quarry.bench.rounds", 10);
    private static final String OURS = "dev.quarry.bench.start.QuarryStart";
    private static final String BARE = "dev.quarry.bench.start.BareStart";
    private static final String[] HELP = {"dev.quarry.app.Main", "run", "--help"};
    private static final String[] LINE = {"dev.quarry.bench.start.BareCommand", "run", "--help"};

    private final StartedJvm jvm;

    private StartBench(StartedJvm jvm) {
        this.jvm = jvm;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (!ProcessFigures.available() || !ShippedJvm.packaged()) {
            System.out.println(
                    "start: not measured, it takes Linux's /proc and the packaged application in target/quarry");
            return;
        }
        clear();
        try (var display = BenchDisplay.open()) {
            var bench = new StartBench(new StartedJvm(FOLDER, display));
            bench.commands();
            bench.windows();
            bench.browser();
        }
    }

    private void commands() throws IOException, InterruptedException {
        var ours = ShippedJvm.commandCache();
        var peer = jvm.trainCommand("line.aot", LINE);
        commands("with AOT caches", ours, ShippedJvm.use(peer));
        commands("without", List.of(), List.of());
    }

    private void commands(String caches, List<String> ourFlags, List<String> peerFlags)
            throws IOException, InterruptedException {
        var ours = new double[ROUNDS];
        var peer = new double[ROUNDS];
        for (var round = -1; round < ROUNDS; round++) {
            var our = jvm.command(ourFlags, HELP);
            var their = jvm.command(peerFlags, LINE);
            if (round >= 0) {
                ours[round] = our;
                peer[round] = their;
            }
        }
        Comparison.print("run --help, CPU s against a program that prints a line, " + caches, ours, peer);
    }

    private void windows() throws IOException, InterruptedException {
        var ours = ShippedJvm.windowCaches();
        var peer = jvm.trainWindow(BARE, "bare.aot");
        windows("with AOT caches", ours, ShippedJvm.use(peer));
        windows("without", List.of(), List.of());
    }

    private void windows(String caches, List<String> ourFlags, List<String> peerFlags)
            throws IOException, InterruptedException {
        var ours = new Start[ROUNDS];
        var peer = new Start[ROUNDS];
        for (var round = -1; round < ROUNDS; round++) {
            var our = jvm.window(OURS, ourFlags);
            var their = jvm.window(BARE, peerFlags);
            if (round >= 0) {
                ours[round] = our;
                peer[round] = their;
            }
        }
        var against = " against a bare stage with a code area, " + caches;
        print("window takes typing", against, ours, peer, Start::usable);
        print("window takes typing, wall s" + against, ours, peer, Start::wallSeconds);
        print("all controls are there", against, ours, peer, Start::whole);
        print("all controls are there, wall s" + against, ours, peer, Start::wholeWallSeconds);
        print("after 5 more seconds", against, ours, peer, Start::settled);
    }

    private void browser() throws IOException, InterruptedException {
        var tools = EditorPeers.tools();
        if (tools.isEmpty()) {
            return;
        }
        var flags = ShippedJvm.windowCaches();
        var ours = new Start[ROUNDS];
        var peer = new Start[ROUNDS];
        try (var page = ChromiumStart.of(tools.get(), FOLDER)) {
            for (var round = -1; round < ROUNDS; round++) {
                var our = jvm.window(OURS, flags);
                var their = page.start();
                if (round >= 0) {
                    ours[round] = our;
                    peer[round] = their;
                }
            }
        }
        var against = " against Chromium with CodeMirror";
        print(
                "window takes typing, CPU s" + against,
                ours,
                peer,
                s -> s.usable().cpuSeconds());
        print("window takes typing, wall s" + against, ours, peer, Start::wallSeconds);
        print(
                "all controls are there, CPU s" + against,
                ours,
                peer,
                s -> s.whole().cpuSeconds());
        print("all controls are there, wall s" + against, ours, peer, Start::wholeWallSeconds);
        print(
                "after 5 more seconds, memory MB (PSS)" + against,
                ours,
                peer,
                s -> s.settled().shareMegabytes());
    }

    private static void print(
            String moment, String against, Start[] ours, Start[] peer, Function<Start, ProcessFigures> at) {
        print(moment + ", CPU s" + against, ours, peer, s -> at.apply(s).cpuSeconds());
        print(moment + ", resident MB" + against, ours, peer, s -> at.apply(s).residentMegabytes());
    }

    private static void print(String name, Start[] ours, Start[] peer, ToDoubleFunction<Start> figure) {
        Comparison.print(name, values(ours, figure), values(peer, figure));
    }

    private static double[] values(Start[] starts, ToDoubleFunction<Start> figure) {
        return List.of(starts).stream().mapToDouble(figure).toArray();
    }

    private static void clear() throws IOException {
        if (Files.exists(FOLDER)) {
            try (var files = Files.walk(FOLDER)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(FOLDER);
        // As any start but the first: with settings to read.
        new SettingsFile(new AppFolders(FOLDER.resolve("config"), FOLDER.resolve("data")))
                .save(Settings.DEFAULTS
                        .withLastTask("Translate")
                        .withWindow(new Settings.WindowBounds(0, 0, 1280, 820, false)));
    }
}
