package dev.quarry.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Measures Monaco and CodeMirror in headless Chromium, for comparison with our editor. What that needs it installs:
/// the npm packages into `target/bench-peers`, Chromium with apt-get if there is none and it is root.
public final class EditorPeers {
    private static final Path SCRIPTS = Path.of("src", "jmh", "node");
    static final Path FOLDER = Path.of("target", "bench-peers");
    private static final List<String> CHROMIUM = List.of("chromium", "chromium-browser", "google-chrome");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EditorPeers() {}

    /// Prints the figures alone, as a record.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var figures = measure(BenchTexts.write(Path.of("target", "bench-texts")));
        if (figures.isPresent()) {
            for (var peer : figures.get().peers()) {
                System.out.println(peer);
            }
        }
    }

    /// Runs all measurements, which takes about five minutes. Blocks. To be called in the project's folder.
    ///
    /// @return nothing where Chromium, Node.js or the packages are not to be had; the reason has then been printed
    public static Optional<PeerFigures> measure(BenchTexts texts) throws IOException, InterruptedException {
        var tools = tools();
        return tools.isEmpty()
                ? Optional.empty()
                : Optional.of(run(tools.get().node(), tools.get().chromium(), texts));
    }

    /// What the peers run with, after the packages have been installed into [#FOLDER].
    record Tools(Path node, Path chromium) {}

    /// Nothing where they are not to be had; the reason has then been printed.
    static Optional<Tools> tools() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        try {
            var node = tool("node");
            var npm = tool("npm");
            var chromium = chromium();
            install(npm);
            return Optional.of(new Tools(node, chromium));
        } catch (NotToBeHad reason) {
            System.out.println("Monaco and CodeMirror are not measured: " + reason.getMessage());
            return Optional.empty();
        }
    }

    private static Path chromium() throws IOException, InterruptedException, NotToBeHad {
        var found = chromiumOnPath();
        if (found.isEmpty()) {
            var aptGet = find("apt-get");
            if (aptGet.isEmpty() || !isRoot()) {
                throw new NotToBeHad(
                        "there is no Chromium, and only root can install it, with `apt-get install chromium`.");
            }
            System.out.println("Installing Chromium with apt-get ...");
            var apt = aptGet.get().toString();
            var log = FOLDER.resolve("chromium.log");
            if (!succeeds(log, FOLDER, apt, "update")
                    || !succeeds(log, FOLDER, apt, "install", "-y", "--no-install-recommends", "chromium")) {
                throw new NotToBeHad("apt-get did not install Chromium; " + log + " says why.");
            }
            found = chromiumOnPath();
        }
        return found.orElseThrow(() -> new NotToBeHad("apt-get installed Chromium, but it is not on the PATH."));
    }

    private static Optional<Path> chromiumOnPath() {
        return CHROMIUM.stream().flatMap(name -> find(name).stream()).findFirst();
    }

    /// Brings scripts and packages up to date; the packages only if the lock file has changed, for that takes long.
    private static void install(Path npm) throws IOException, InterruptedException, NotToBeHad {
        var lock = FOLDER.resolve("package-lock.json");
        var upToDate = Files.exists(lock)
                && Files.exists(FOLDER.resolve(Path.of("node_modules", ".package-lock.json")))
                && Files.mismatch(lock, SCRIPTS.resolve("package-lock.json")) == -1;
        try (var files = Files.walk(SCRIPTS)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = FOLDER.resolve(SCRIPTS.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        var log = FOLDER.resolve("packages.log");
        if (!upToDate && !succeeds(log, FOLDER, npm.toString(), "ci", "--ignore-scripts", "--no-audit", "--no-fund")) {
            throw new NotToBeHad("npm did not install their packages; " + log + " says why.");
        }
    }

    private static PeerFigures run(Path node, Path chromium, BenchTexts texts)
            throws IOException, InterruptedException {
        var figures = FOLDER.resolve("figures.json");
        var log = FOLDER.resolve("measure.log");
        var process = new ProcessBuilder(
                        node.toString(),
                        FOLDER.resolve("peers.mjs").toString(),
                        "--chromium",
                        chromium.toString(),
                        texts.streamed().toString(),
                        texts.typed().toString(),
                        texts.opened().toString())
                .redirectOutput(figures.toFile())
                .redirectError(log.toFile())
                .start();
        if (!ends(process, 30) || process.exitValue() != 0) {
            throw new IOException("The measurement of the peers did not finish; " + log + " says why.");
        }
        return JSON.readValue(figures.toFile(), PeerFigures.class);
    }

    static boolean succeeds(Path log, Path folder, String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return ends(process, 10) && process.exitValue() == 0;
    }

    /// Leaves no process behind, also when interrupted.
    private static boolean ends(Process process, int minutes) throws InterruptedException {
        try {
            return process.waitFor(minutes, TimeUnit.MINUTES);
        } finally {
            if (process.isAlive()) {
                process.descendants().forEach(ProcessHandle::destroy);
                process.destroy();
            }
        }
    }

    private static Path tool(String name) throws NotToBeHad {
        return find(name).orElseThrow(() -> new NotToBeHad("there is no " + name + " on the PATH."));
    }

    static Optional<Path> find(String name) {
        var folders = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return folders.flatMap(
                        folder -> Stream.of(name, name + ".exe", name + ".cmd").map(file -> Path.of(folder, file)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean isRoot() throws IOException {
        return Files.getOwner(Path.of("/proc/self")).getName().equals("root");
    }

    /// Why the peers cannot be measured here, in a sentence.
    private static final class NotToBeHad extends Exception {
        private static final long serialVersionUID = 1;

        private NotToBeHad(String reason) {
            super(reason);
        }
    }
}
