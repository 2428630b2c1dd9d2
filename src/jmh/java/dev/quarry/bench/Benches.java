package dev.quarry.bench;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Starts every bench there is, one after the other, each in a JVM of its own so that none profits from
/// another's warm code. The first argument picks those with that text in their name.
public final class Benches {

    private Benches() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, URISyntaxException {
        var wanted = arguments.length == 0 ? "Bench" : arguments[0];
        var classes = Path.of(Benches.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        var failed = new ArrayList<String>();
        System.out.println(Comparison.HEADER);
        for (var bench : benches(classes)) {
            if (bench.contains(wanted) && run(bench) != 0) {
                failed.add(bench);
            }
        }
        if (!failed.isEmpty()) {
            throw new IllegalStateException("benches that did not finish: " + failed);
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

    private static int run(String bench) throws IOException, InterruptedException {
        return java(bench).inheritIO().start().waitFor();
    }

    /// A JVM as the benches want it, to be started by them too: the class path of this one, the flags of the
    /// application.
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
        command.addAll(List.of(mainClass));
        return new ProcessBuilder(command);
    }
}
