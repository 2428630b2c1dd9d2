package dev.quarry.bench;

import dev.quarry.bench.start.Usable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Starts of [ShippedJvm]s, measured from outside.
///
/// @param folder for caches and for what the application keeps
record StartedJvm(Path folder, BenchDisplay display) {
    private static final int SETTLING_SECONDS = 5;
    private static final int PATIENCE_SECONDS = 120;

    /// A start of a window.
    ///
    /// @param wallSeconds until a typed letter was laid out
    /// @param usable at that moment
    /// @param wholeWallSeconds until all controls were laid out
    /// @param whole at that moment
    /// @param settled five seconds later
    record Start(
            double wallSeconds,
            ProcessFigures usable,
            double wholeWallSeconds,
            ProcessFigures whole,
            ProcessFigures settled) {}

    /// Starts the window, lets it settle and ends it.
    ///
    /// @param flags further ones of the JVM, such as for an AOT cache
    Start window(String mainClass, List<String> flags) throws IOException, InterruptedException {
        var began = System.nanoTime();
        var process = windowProcess(mainClass, flags).start();
        try {
            await(process, Usable.LINE);
            var wall = (System.nanoTime() - began) / 1e9;
            var usable = ProcessFigures.of(process.toHandle());
            await(process, Usable.WHOLE);
            var wholeWall = (System.nanoTime() - began) / 1e9;
            var whole = ProcessFigures.of(process.toHandle());
            TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
            return new Start(wall, usable, wholeWall, whole, ProcessFigures.of(process.toHandle()));
        } finally {
            process.destroyForcibly().waitFor();
            Files.deleteIfExists(folder.resolve("data").resolve("window-is-starting"));
        }
    }

    /// Starts the window, lets it settle and ends it in good order, which writes the cache.
    Path trainWindow(String mainClass, String cache) throws IOException, InterruptedException {
        var file = folder.resolve(cache);
        var process =
                windowProcess(mainClass, List.of("-XX:AOTCacheOutput=" + file)).start();
        await(process, Usable.WHOLE);
        TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
        process.getOutputStream().close();
        await(process, file);
        return file;
    }

    /// Runs a command of the command line to its end.
    ///
    /// @return its processor time in seconds
    double command(List<String> flags, String... mainClass) throws IOException, InterruptedException {
        var before = ProcessFigures.endedChildrenCpuSeconds();
        var process = commandProcess(flags, mainClass).start();
        if (process.waitFor() != 0) {
            throw new IOException("ended with " + process.exitValue() + ": " + String.join(" ", mainClass));
        }
        return ProcessFigures.endedChildrenCpuSeconds() - before;
    }

    Path trainCommand(String cache, String... mainClass) throws IOException, InterruptedException {
        var file = folder.resolve(cache);
        await(commandProcess(List.of("-XX:AOTCacheOutput=" + file), mainClass).start(), file);
        return file;
    }

    private static void await(Process process, Path cache) throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || !Files.exists(cache)) {
            process.destroyForcibly();
            throw new IOException("no AOT cache was written to " + cache);
        }
    }

    private static void await(Process process, String awaited) throws IOException {
        var lines = process.inputReader();
        for (var line = lines.readLine(); !awaited.equals(line); line = lines.readLine()) {
            if (line == null) {
                throw new IOException("the window ended before it was " + awaited);
            }
        }
    }

    private ProcessBuilder windowProcess(String mainClass, List<String> flags) throws IOException {
        var all = new ArrayList<>(display.jvmArguments());
        all.add("-Dquarry.config.dir=" + folder.resolve("config"));
        all.add("-Dquarry.data.dir=" + folder.resolve("data"));
        all.addAll(flags);
        return withSurroundings(ShippedJvm.window(all, mainClass));
    }

    private ProcessBuilder commandProcess(List<String> flags, String... mainClass) throws IOException {
        return withSurroundings(ShippedJvm.commandLine(flags, mainClass));
    }

    private ProcessBuilder withSurroundings(ProcessBuilder builder) {
        builder.redirectError(
                ProcessBuilder.Redirect.appendTo(folder.resolve("errors.log").toFile()));
        display.addTo(builder.environment());
        builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
        return builder;
    }
}
