package dev.quarry.preset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What was read of preset files, so that reading a folder again costs little where little has changed. May be used
/// from
/// any thread.
public final class PresetReadings {

    /// A file that was changed so shortly before it was read may be changed again under the same time stamp.
    private static final long UNTRUSTED_MILLIS = 2_000;

    private record Stamp(
            long modifiedNanos, long size, @Nullable Object key) {}

    private record Reading(
            Stamp stamp, @Nullable Preset preset, @Nullable PresetException refusal) {}

    private final Map<Path, Reading> readings = new HashMap<>();

    /// Reads a file, or remembers what was read of it.
    ///
    /// @throws IOException when the file cannot be read at all
    Preset read(Path file) throws IOException, PresetException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        var modified = attributes.lastModifiedTime();
        var stamp = new Stamp(modified.to(TimeUnit.NANOSECONDS), attributes.size(), attributes.fileKey());
        synchronized (this) {
            var known = readings.get(file);
            if (known != null && known.stamp().equals(stamp)) {
                return outcome(known);
            }
        }
        var reading = reading(file, stamp);
        synchronized (this) {
            if (System.currentTimeMillis() - modified.toMillis() > UNTRUSTED_MILLIS) {
                readings.put(file, reading);
            } else {
                readings.remove(file);
            }
        }
        return outcome(reading);
    }

    /// Forgets all files but these.
    synchronized void keepOnly(Set<Path> files) {
        readings.keySet().retainAll(files);
    }

    private static Reading reading(Path file, Stamp stamp) throws IOException {
        try {
            return new Reading(stamp, PresetFile.read(file), null);
        } catch (PresetException e) {
            return new Reading(stamp, null, e);
        }
    }

    private static Preset outcome(Reading reading) throws PresetException {
        if (reading.refusal() != null) {
            throw new PresetException(
                    reading.refusal().sentence(), reading.refusal().line());
        }
        return Objects.requireNonNull(reading.preset());
    }
}
