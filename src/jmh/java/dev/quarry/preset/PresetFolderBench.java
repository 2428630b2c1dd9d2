package dev.quarry.preset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/// A folder of 500 presets: read for the first time, and again after one of them was changed, against the time that
/// merely
/// reading the bytes of the same files takes.
final class PresetFolderBench {
    private static final int PRESETS = 500;
    private static final int ROUNDS = 15;

    private PresetFolderBench() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory("presets");
        try {
            var text = PresetFile.write(PresetLibrary.builtIn("Review").orElseThrow());
            for (var i = 0; i < PRESETS; i++) {
                Files.writeString(file(folder, i), text.replaceFirst("name: Review", "name: Review " + i));
                Files.setLastModifiedTime(file(folder, i), FileTime.fromMillis(1_700_000_000_000L + i));
            }
            measure(folder);
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
            }
        }
    }

    private static Path file(Path folder, int number) {
        return folder.resolve("preset-%03d.md".formatted(number));
    }

    private static void measure(Path folder) throws Exception {
        var sources = List.of(PresetSource.team(folder));
        var bytes = median(() -> bytes(folder));
        var first = median(() ->
                PresetLibrary.read(sources, new PresetReadings()).presets().size());
        var readings = new PresetReadings();
        PresetLibrary.read(sources, readings);
        var again = median(() -> {
            Files.setLastModifiedTime(file(folder, 7), FileTime.fromMillis(System.currentTimeMillis() - 60_000));
            return PresetLibrary.read(sources, readings).presets().size();
        });
        row("500 presets read for the first time, ms, against their bytes alone", first, bytes);
        row("500 presets read again after one changed, ms, against their bytes alone", again, bytes);
    }

    private static int bytes(Path folder) throws IOException {
        var length = 0;
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                length += new String(Files.readAllBytes(file), StandardCharsets.UTF_8).length();
            }
        }
        return length;
    }

    private static double median(Callable<Integer> work) throws Exception {
        var times = new double[ROUNDS];
        for (var i = -5; i < ROUNDS; i++) {
            var start = System.nanoTime();
            if (work.call() == 0) {
                throw new IllegalStateException("nothing was read");
            }
            if (i >= 0) {
                times[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(times);
        return times[ROUNDS / 2];
    }

    private static void row(String name, double ours, double theirs) {
        System.out.printf(Locale.ROOT, "%s | %.1f | %.1f | %.2f%n", name, ours, theirs, ours / theirs);
    }
}
