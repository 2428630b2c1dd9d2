package dev.quarry.bench;

import com.sun.net.httpserver.HttpServer;
import dev.quarry.bench.StartedJvm.Start;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Starts headless Chromium, each time with a new profile, on an empty page with CodeMirror that tells when a typed
/// letter has been laid out.
final class ChromiumStart implements AutoCloseable {
    private static final String PAGE = """
            <!doctype html><meta charset="utf-8"><title>Start</title><link rel="icon" href="data:,">
            <style>html, body { margin: 0; height: 100% } #editor, .cm-editor { height: 100% }</style>
            <div id="editor"></div><script type="module" src="start.js"></script>
            """;
    private static final int SETTLING_SECONDS = 5;

    private final Path chromium;
    private final Path folder;
    private final HttpServer server;
    private final Semaphore usable = new Semaphore(0);

    private ChromiumStart(Path chromium, Path folder, byte[] script) throws IOException {
        this.chromium = chromium;
        this.folder = folder;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/", "text/html", PAGE.getBytes(StandardCharsets.UTF_8));
        answer("/start.js", "text/javascript", script);
        server.createContext("/usable", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
            usable.release();
        });
        server.start();
    }

    /// Bundles the page.
    static ChromiumStart of(EditorPeers.Tools tools, Path folder) throws IOException, InterruptedException {
        var script = folder.resolve("start.js");
        var log = folder.resolve("bundle.log");
        if (!EditorPeers.succeeds(
                log, EditorPeers.FOLDER, tools.node().toString(), "start-page.mjs", script.toString())) {
            throw new IOException("the page was not bundled; " + log + " says why");
        }
        return new ChromiumStart(tools.chromium(), folder, Files.readAllBytes(script));
    }

    private void answer(String path, String type, byte[] body) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
    }

    Start start() throws IOException, InterruptedException {
        var profile = Files.createTempDirectory(folder, "profile");
        usable.drainPermits();
        var began = System.nanoTime();
        var process = new ProcessBuilder(
                        chromium.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                        "--window-size=1280,820",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "http://127.0.0.1:" + server.getAddress().getPort() + "/")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("chromium.log").toFile()))
                .start();
        try {
            if (!usable.tryAcquire(60, TimeUnit.SECONDS)) {
                throw new IOException(
                        "Chromium did not show the page; " + folder.resolve("chromium.log") + " says why");
            }
            var wall = (System.nanoTime() - began) / 1e9;
            var then = ProcessFigures.of(process.toHandle());
            TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
            return new Start(wall, then, wall, then, ProcessFigures.of(process.toHandle()));
        } finally {
            end(process);
            delete(profile);
        }
    }

    private static void end(Process process) throws InterruptedException {
        var all = process.descendants().toList();
        process.destroyForcibly().waitFor();
        for (var one : all) {
            one.destroyForcibly();
            one.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        }
    }

    private static void delete(Path profile) throws IOException {
        try (var files = Files.walk(profile)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
