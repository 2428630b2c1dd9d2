package dev.quarry.language.detect;

import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// How often the language of a snippet is told from its text alone. Snippets are taken from the files below a
/// folder, whose names tell the truth: from each file its first 15, 25, 40 or 60 lines, and 6, 12, 20 or 36
/// lines from its middle. The peer is the Guesslang network alone, over the same snippets.
///
/// Arguments: a folder of projects, one folder each; the most files a language; `show` to print what was
/// mistaken.
public final class DetectionAccuracy {

    private static final int[] HEADS = {15, 25, 40, 60};
    private static final int[] FRAGMENTS = {6, 12, 20, 36};

    /// Of the processor: other work on the machine does not count.
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private static final Pattern TAG = Pattern.compile("</\\w|/>|<\\w+>?$|</>", Pattern.MULTILINE);

    private record Snippet(Language language, String text, Path file) {}

    private DetectionAccuracy() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var most = Integer.parseInt(arguments[1]);
        var show = List.of(arguments).contains("show");
        var heads = new ArrayList<Snippet>();
        var fragments = new ArrayList<Snippet>();
        var languages = 0;
        for (var language : Languages.all()) {
            var before = heads.size();
            for (var file : files(folder, language, most)) {
                var lines = lines(file);
                var size = heads.size() % HEADS.length;
                heads.add(new Snippet(
                        language, String.join("\n", lines.subList(0, Math.min(lines.size(), HEADS[size]))), file));
                var length = Math.min(lines.size(), FRAGMENTS[size]);
                var from = (lines.size() - length) / 2;
                fragments.add(new Snippet(language, String.join("\n", lines.subList(from, from + length)), file));
            }
            languages += heads.size() > before ? 1 : 0;
        }
        System.out.printf("%d files of %d languages%n", heads.size(), languages);
        measure("heads", heads, show);
        measure("fragments", fragments, show);
    }

    private static void measure(String name, List<Snippet> snippets, boolean show) {
        var detector = new LanguageDetector();
        for (var snippet : snippets) {
            detector.detect(snippet.text); // warms up
        }
        var right = 0;
        var alone = 0;
        var sure = 0;
        var sureAndWrong = 0;
        var byLanguage = new TreeMap<String, int[]>();
        var times = new ArrayList<Double>();
        for (var snippet : snippets) {
            var start = CLOCK.getCurrentThreadCpuTime();
            var detection = detector.detect(snippet.text);
            times.add((CLOCK.getCurrentThreadCpuTime() - start) / 1e6);
            var hit = isRight(detection.language(), snippet);
            right += hit ? 1 : 0;
            sure += detection.sure() ? 1 : 0;
            sureAndWrong += detection.sure() && !hit ? 1 : 0;
            var network = CodeGuess.opinion(snippet.text).entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow()
                    .getKey();
            alone += isRight(network, snippet) ? 1 : 0;
            var counts = byLanguage.computeIfAbsent(snippet.language.id(), id -> new int[2]);
            counts[0] += hit ? 1 : 0;
            counts[1]++;
            if (show && !hit) {
                System.out.printf(
                        "  %s taken for %s %.2f%s (network: %s) %s%n",
                        snippet.language.id(),
                        detection.language().id(),
                        detection.confidence(),
                        detection.sure() ? " SURE" : "",
                        network.id(),
                        snippet.file);
            }
        }
        Collections.sort(times);
        System.out.printf(
                "%s: ours %d of %d (%.1f %%), the network alone %d (%.1f %%), ratio %.2f; sure of %d, of these wrong %d;"
                        + " median %.2f ms, p95 %.2f ms%n",
                name,
                right,
                snippets.size(),
                100.0 * right / snippets.size(),
                alone,
                100.0 * alone / snippets.size(),
                (double) right / alone,
                sure,
                sureAndWrong,
                times.get(times.size() / 2),
                times.get((int) (times.size() * 0.95)));
        byLanguage.forEach((id, counts) -> System.out.printf("  %s %d/%d", id, counts[0], counts[1]));
        System.out.println();
    }

    /// A snippet of a TSX file without a tag is TypeScript. A header file may be C or C++.
    private static boolean isRight(Language detected, Snippet snippet) {
        var name = snippet.file.getFileName().toString();
        return detected.equals(snippet.language)
                || (name.endsWith(".tsx")
                        && detected.id().equals("typescript")
                        && !TAG.matcher(snippet.text).find())
                || (name.endsWith(".jsx") && detected.id().equals("tsx"))
                || (name.endsWith(".h") && detected.id().equals("cpp"));
    }

    /// The same number from each project as far as it goes.
    private static List<Path> files(Path folder, Language language, int most) throws IOException {
        var byProject = new TreeMap<Path, List<Path>>();
        try (var all = Files.walk(folder)) {
            for (var file : (Iterable<Path>) all.filter(Files::isRegularFile).sorted()::iterator) {
                var known = Languages.ofFileName(file.getFileName().toString()).filter(language::equals);
                if (known.isPresent() && lines(file).size() >= 12) {
                    byProject
                            .computeIfAbsent(folder.relativize(file).getName(0), p -> new ArrayList<>())
                            .add(file);
                }
            }
        }
        var random = new Random(3);
        byProject.values().forEach(files -> Collections.shuffle(files, random));
        var chosen = new ArrayList<Path>();
        for (var round = 0; chosen.size() < most; round++) {
            var before = chosen.size();
            for (var files : byProject.values()) {
                if (round < files.size() && chosen.size() < most) {
                    chosen.add(files.get(round));
                }
            }
            if (chosen.size() == before) {
                break;
            }
        }
        return chosen;
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.size(file) > 400_000
                    ? List.of()
                    : Files.readString(file).lines().toList();
        } catch (MalformedInputException e) {
            return List.of();
        }
    }
}
