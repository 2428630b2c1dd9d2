package dev.quarry.preset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Goes on damaging files for longer than a test may: two minutes, or as many seconds as `quarry.fuzz.seconds` says,
/// with
/// another seed each time. The seed is printed, so that what was found can be found again.
final class PresetFuzzBench {

    private PresetFuzzBench() {}

    public static void main(String[] arguments) throws IOException {
        var time = Duration.ofSeconds(Long.getLong("quarry.fuzz.seconds", 120));
        var seed = Long.getLong("quarry.fuzz.seed", System.nanoTime());
        System.out.println("seed " + seed);
        var own = new PresetFuzz(seed, originals());
        var foreign = new PresetFuzz(
                seed + 1,
                List.of(
                        "---\nname: a\nagent: ask\n---\nDo ${input:b:hint} with ${selection}\n",
                        "prompt: |\n  Do $a and $$ with $input\nsystem: You are ${b}\ndefaults: {a: 1}\n",
                        "temperature: 0.5\n---\n<system>You {{ a }}</system>\nSee @b and {{{ input }}}\n"));
        var end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            own.parseAndRender();
            foreign.importForeign();
        }
        row("damaged presets, refused of all", own);
        row("damaged prompts of other tools, refused of all", foreign);
    }

    private static List<String> originals() throws IOException {
        var originals = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(Path.of("prompts"), "*.md")) {
            for (var file : files) {
                originals.add(Files.readString(file));
            }
        }
        return originals;
    }

    private static void row(String name, PresetFuzz fuzz) {
        System.out.printf(
                Locale.ROOT,
                "%s | %d | %d | %.2f%n",
                name,
                fuzz.refused(),
                fuzz.rounds(),
                fuzz.refused() / (double) fuzz.rounds());
    }
}
