package dev.quarry.money;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.SortedMap;
import java.util.TreeMap;

/// What was spent on each of the last days, in millionths of a US dollar, by all programs of this user.
/// Blocks its caller; may be used from any thread. A lock beside the file keeps programs from losing each
/// other's amounts.
final class SpendingFile {
    private static final int DAYS_KEPT = 400;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /// A lock on a file keeps out other programs, but not this one.
    private static final Object WITHIN = new Object();

    private final Path file;

    SpendingFile(Path data) {
        file = data.resolve("spending.json");
    }

    /// @throws IOException when the file cannot be read, so that nobody knows
    long on(LocalDate day) throws IOException {
        synchronized (WITHIN) {
            return read().getOrDefault(day.toString(), 0L);
        }
    }

    void add(LocalDate day, long micros) throws IOException {
        synchronized (WITHIN) {
            addLocked(day, micros);
        }
    }

    private void addLocked(LocalDate day, long micros) throws IOException {
        var lockFile = file.toAbsolutePath().resolveSibling("spending.lock");
        Files.createDirectories(lockFile.getParent());
        try (var channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            var days = read();
            days.merge(day.toString(), micros, Math::addExact);
            days.headMap(day.minusDays(DAYS_KEPT).toString()).clear();
            WholeFile.write(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(days));
        }
    }

    private SortedMap<String, Long> read() throws IOException {
        if (!Files.exists(file)) {
            return new TreeMap<>();
        }
        var days = MAPPER.readValue(Files.readAllBytes(file), new TypeReference<TreeMap<String, Long>>() {});
        try {
            days.keySet().forEach(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw new IOException(file + " is not what Quarry wrote", e);
        }
        return days;
    }
}
