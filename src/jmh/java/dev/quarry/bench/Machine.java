package dev.quarry.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;

/// What a measurement was made on.
final class Machine {
    private static final double GIGABYTE = 1024.0 * 1024 * 1024;

    private Machine() {}

    /// Day, processors, memory, system and Java, on one line.
    static String today() throws IOException {
        return "%s: %d processors (%s), %s GB, %s %s, Java %s"
                .formatted(
                        LocalDate.now(ZoneId.systemDefault()),
                        Runtime.getRuntime().availableProcessors(),
                        processor(),
                        memory(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("java.version"));
    }

    private static String processor() throws IOException {
        return value(Path.of("/proc/cpuinfo"), "model name", System.getProperty("os.arch"));
    }

    private static String memory() throws IOException {
        var kilobytes = value(Path.of("/proc/meminfo"), "MemTotal", "").replaceAll("\\D", "");
        return kilobytes.isEmpty() ? "?" : String.valueOf(Math.round(Long.parseLong(kilobytes) * 1024 / GIGABYTE));
    }

    private static String value(Path file, String key, String otherwise) throws IOException {
        if (!Files.isReadable(file)) {
            return otherwise;
        }
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(otherwise);
    }
}
