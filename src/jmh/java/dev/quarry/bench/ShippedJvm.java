package dev.quarry.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/// The packaged application in `target/quarry`, and JVMs as its start script starts them, with the caches of loaded
/// classes that it is shipped with. The classes of the benches stand behind it in a jar, since such a cache takes no
/// folders.
public final class ShippedJvm {
    private static final Path PACKAGE = Path.of("target", "quarry");
    private static final Path LIBRARIES = PACKAGE.resolve("lib");
    private static final Path JAR = Path.of("target", "benches.jar");
    private static final List<String> WINDOW = List.of(
            "--enable-native-access=ALL-UNNAMED,javafx.graphics",
            "--sun-misc-unsafe-memory-access=allow",
            "--module-path",
            LIBRARIES.resolve("fx").toString(),
            "--add-modules",
            "javafx.controls",
            "-Xms192m",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0");
    private static final List<String> COMMAND_LINE = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:CompileThresholdScaling=5");
    private static final int TRAINING_MINUTES = 10;

    private static boolean packed;

    private ShippedJvm() {}

    /// Whether the application has been packaged.
    public static boolean packaged() {
        return Files.exists(LIBRARIES.resolve("quarry.jar"));
    }

    /// The flags to start the window with its caches, and not at all when they do not fit. They are made as by
    /// `bin/quarry --train` where they are missing or older than the program, which takes a minute or two.
    public static List<String> windowCaches() throws IOException, InterruptedException {
        return List.of(
                "-XX:SharedArchiveFile=" + cache("window.aot") + File.pathSeparator + cache("window.jsa"),
                "-Xshare:on");
    }

    /// The cache of the command line, likewise.
    static List<String> commandCache() throws IOException, InterruptedException {
        return use(cache("command.aot"));
    }

    private static Path cache(String name) throws IOException, InterruptedException {
        var cache = LIBRARIES.resolve(name);
        if (!Files.exists(cache)
                || Files.getLastModifiedTime(cache)
                                .compareTo(Files.getLastModifiedTime(LIBRARIES.resolve("quarry.jar")))
                        < 0) {
            train();
        }
        return cache.toAbsolutePath();
    }

    private static void train() throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        PACKAGE.resolve(Path.of("bin", "quarry")).toString(), "--train")
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "bench-training.log").toFile());
        process.environment().put("QUARRY_JAVA", System.getProperty("java.home"));
        process.environment().put("AWS_EC2_METADATA_DISABLED", "true");
        var running = process.start();
        if (!running.waitFor(TRAINING_MINUTES, TimeUnit.MINUTES) || running.exitValue() != 0) {
            running.destroyForcibly();
            throw new IOException("the caches were not made; target/bench-training.log says why");
        }
    }

    /// The flag to start with a cache, and not at all when the cache does not fit.
    static List<String> use(Path cache) {
        return List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=on");
    }

    /// A JVM as that of the window.
    ///
    /// @param flags further ones, such as for a cache
    public static ProcessBuilder window(List<String> flags, String... mainClass) throws IOException {
        return java(WINDOW, flags, mainClass);
    }

    /// A JVM as that of the command line.
    ///
    /// @param flags further ones, such as for a cache
    static ProcessBuilder commandLine(List<String> flags, String... mainClass) throws IOException {
        return java(COMMAND_LINE, flags, mainClass);
    }

    private static ProcessBuilder java(List<String> given, List<String> flags, String... mainClass) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(given);
        command.addAll(flags);
        command.addAll(List.of("-cp", LIBRARIES.resolve("quarry.jar") + File.pathSeparator + benches()));
        command.addAll(List.of(mainClass));
        return new ProcessBuilder(command);
    }

    /// Packs the benches, once for each bench that runs.
    private static synchronized Path benches() throws IOException {
        if (!packed) {
            pack();
            packed = true;
        }
        return JAR;
    }

    private static void pack() throws IOException {
        var classes = Benches.classes();
        try (var out = new JarOutputStream(Files.newOutputStream(JAR));
                var files = Files.walk(classes)) {
            for (var file :
                    files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
                out.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }
}
