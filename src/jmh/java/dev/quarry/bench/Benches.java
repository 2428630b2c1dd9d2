package dev.quarry.bench;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Starts every bench there is, one after the other, each in a JVM of its own so that none profits from
/// another's warm code, and writes their rows into `docs/benchmarks.md`. The first argument picks those with that text
/// in their name. To be called in the project's folder.
public final class Benches {

    private static final Path DOCUMENT = Path.of("docs", "benchmarks.md");

    private Benches() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var wanted = arguments.length == 0 ? "Bench" : arguments[0];
        var classes = classes();
        var document = BenchDocument.read(DOCUMENT);
        var failed = new ArrayList<String>();
        System.out.println(Comparison.HEADER);
        for (var bench : benches(classes)) {
            if (bench.contains(wanted)) {
                var rows = new ArrayList<String>();
                var header = new AtomicReference<>(Comparison.HEADER);
                if (run(bench, header::set, rows::add) != 0) {
                    failed.add(bench);
                } else {
                    document.put(bench.substring(bench.lastIndexOf('.') + 1), Machine.today(), header.get(), rows);
                    document.write(DOCUMENT);
                }
            }
        }
        if (!failed.isEmpty()) {
            throw new IllegalStateException("benches that did not finish: " + failed);
        }
    }

    /// The folder of the compiled benches.
    static Path classes() {
        try {
            return Path.of(Benches.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the benches run from a folder", e);
        }
    }

    private static List<String> benches(Path classes) throws IOException {
        try (var files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith("Bench.class"))
                    .map(file -> file.substring(0, file.length() - ".class".length())
                            .replace('/', '.')
                            .replace('\\', '.'))
                    .sorted()
                    .toList();
        }
    }

    /// Shows what the bench prints as it comes, and collects its rows.
    private static int run(String bench, Consumer<String> header, Consumer<String> rows)
            throws IOException, InterruptedException {
        var process = java(bench).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println(line);
                if (BenchDocument.isHeader(line)) {
                    header.accept(line);
                } else if (BenchDocument.isRow(line)) {
                    rows.accept(line);
                }
            }
        }
        return process.waitFor();
    }

    /// A JVM as the benches want it, to be started by them too: the class path and the `quarry.bench` properties of
    /// this
    /// one, the flags of the application.
    ///
    /// @param mainClass the full name of a class, then its arguments
    public static ProcessBuilder java(String... mainClass) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx2g",
                "-classpath",
                System.getProperty("java.class.path")));
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("quarry.bench."))
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(List.of(mainClass));
        return new ProcessBuilder(command);
    }
}
