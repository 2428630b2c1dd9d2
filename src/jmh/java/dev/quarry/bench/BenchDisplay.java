package dev.quarry.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A screen for windows that are measured: one of Xvfb's where that is installed, else JavaFX's own headless platform.
final class BenchDisplay implements AutoCloseable {
    private final @Nullable Process server;
    private final String name;

    private BenchDisplay(@Nullable Process server, String name) {
        this.server = server;
        this.name = name;
    }

    static BenchDisplay open() throws IOException {
        if (EditorPeers.find("Xvfb").isEmpty()) {
            return new BenchDisplay(null, "");
        }
        var server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var number = server.inputReader().readLine();
        if (number == null) {
            return new BenchDisplay(null, "");
        }
        return new BenchDisplay(server, ":" + number.strip());
    }

    /// What the JVM of a window is to be told.
    List<String> jvmArguments() {
        return server == null ? List.of("-Dglass.platform=Headless", "-Dprism.order=sw") : List.of("-Dprism.order=sw");
    }

    void addTo(Map<String, String> environment) {
        environment.put("DISPLAY", server == null ? ":none" : name);
        environment.remove("WAYLAND_DISPLAY");
    }

    @Override
    public void close() {
        if (server != null) {
            server.destroy();
        }
    }
}
