package dev.quarry.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.difflib.DiffUtils;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/// How readable the hunks of real refactorings are, beside JGit's histogram diff, java-diff-utils and VS Code's
/// diff (the npm package vscode-diff, installed into `target/` and run with node) in the same run.
///
/// A hunk does not cut a block when every bracket it opens closes within it, and none closes that was open
/// before, on both sides. It stands alone when accepting only it, or all but it, leaves the brackets of the
/// file as balanced as they were. Brackets are counted as characters here, unlike in the engine.
///
/// The environment variable `QUARRY_BENCH_CLONES` names a folder with clones, each at `owner/name`, of as many
/// of the projects in `src/jmh/refactorings.txt` as are there.
final class HunkQualityBench {
    private static final String VSCODE_DIFF = "vscode-diff@3.0.1";
    private static final List<String> SOURCE_ENDINGS = List.of(".java", ".kt", ".go", ".py", ".js", ".rs");
    private static final Path MODULES = Path.of("target", "bench-npm").toAbsolutePath();

    private HunkQualityBench() {}

    /// One file of one commit.
    private record Pair(String project, String left, String right) {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var folder = System.getenv("QUARRY_BENCH_CLONES");
        if (folder == null) {
            System.out.println("hunk quality: not measured, QUARRY_BENCH_CLONES names no folder with clones");
            return;
        }
        var pairs = new ArrayList<Pair>();
        var projects = new TreeSet<String>();
        var commits = 0;
        for (var line : Files.readAllLines(Path.of("src", "jmh", "refactorings.txt"))) {
            var words = line.split(" ", 2);
            var clone = Path.of(folder, words[0]);
            if (!line.startsWith("#") && Files.isDirectory(clone)) {
                pairs.addAll(pairs(words[0], clone, words[1]));
                projects.add(words[0]);
                commits++;
            }
        }
        System.out.printf("%d commits, %d changed files%n", commits, pairs.size());
        var contestants = new LinkedHashMap<String, List<List<Hunk>>>();
        var start = System.nanoTime();
        contestants.put("quarry", pairs.stream().map(HunkQualityBench::quarry).toList());
        System.out.printf("quarry: %.0f ms, from a cold start%n", (System.nanoTime() - start) / 1e6);
        contestants.put("vscode", vscode(pairs));
        contestants.put(
                "jgit histogram",
                pairs.stream().map(p -> jgit(new HistogramDiff(), p)).toList());
        contestants.put(
                "jgit myers",
                pairs.stream()
                        .map(p -> jgit(DiffAlgorithm.getAlgorithm(DiffAlgorithm.SupportedAlgorithm.MYERS), p))
                        .toList());
        contestants.put(
                "diff-utils", pairs.stream().map(HunkQualityBench::diffUtils).toList());
        System.out.printf("%-22s %-15s %6s %16s %16s %8s%n", "", "", "hunks", "cut no block", "stand alone", "lines");
        print("all", pairs, contestants, _ -> true);
        for (var project : projects) {
            print(project, pairs, contestants, p -> p.project().equals(project));
        }
    }

    private static void print(
            String title, List<Pair> pairs, Map<String, List<List<Hunk>>> contestants, Predicate<Pair> wanted) {
        contestants.forEach((name, found) -> {
            var hunks = 0;
            var closed = 0;
            var alone = 0;
            var lines = 0;
            for (var i = 0; i < pairs.size(); i++) {
                if (!wanted.test(pairs.get(i))) {
                    continue;
                }
                var left = LineText.of(pairs.get(i).left()).lines();
                var right = LineText.of(pairs.get(i).right()).lines();
                for (var hunk : found.get(i)) {
                    var a = Depth.of(left.subList(hunk.leftFrom(), hunk.leftTo()));
                    var b = Depth.of(right.subList(hunk.rightFrom(), hunk.rightTo()));
                    hunks++;
                    closed += a.closed() && b.closed() ? 1 : 0;
                    alone += Arrays.equals(a.open, b.open) ? 1 : 0;
                    lines += hunk.leftSize() + hunk.rightSize();
                }
            }
            System.out.printf(
                    "%-22s %-15s %6d %8d %6.1f%% %8d %6.1f%% %8d%n",
                    title, name, hunks, closed, 100.0 * closed / hunks, alone, 100.0 * alone / hunks, lines);
        });
    }

    private static final class Depth {
        private static final String BRACKETS = "{}()[]";
        private final int[] open = new int[3];
        private boolean closesMore;

        static Depth of(List<String> lines) {
            var depth = new Depth();
            for (var line : lines) {
                line.chars().map(BRACKETS::indexOf).filter(i -> i >= 0).forEach(i -> {
                    depth.open[i / 2] += i % 2 == 0 ? 1 : -1;
                    depth.closesMore |= depth.open[i / 2] < 0;
                });
            }
            return depth;
        }

        boolean closed() {
            return !closesMore && Arrays.stream(open).allMatch(n -> n == 0);
        }
    }

    private static List<Hunk> quarry(Pair pair) {
        return LineDiff.compare(
                        LineText.of(pair.left()),
                        LineText.of(pair.right()),
                        DiffOptions.STANDARD.within(Duration.ofMinutes(1)))
                .hunks();
    }

    private static List<Hunk> jgit(DiffAlgorithm algorithm, Pair pair) {
        var left = new RawText(pair.left().getBytes(StandardCharsets.UTF_8));
        var right = new RawText(pair.right().getBytes(StandardCharsets.UTF_8));
        return algorithm.diff(RawTextComparator.DEFAULT, left, right).stream()
                .map(e -> Hunk.of(0, e.getBeginA(), e.getEndA(), e.getBeginB(), e.getEndB()))
                .toList();
    }

    private static List<Hunk> diffUtils(Pair pair) {
        var left = LineText.of(pair.left()).lines();
        var right = LineText.of(pair.right()).lines();
        return DiffUtils.diff(left, right).getDeltas().stream()
                .map(d -> Hunk.of(
                        0,
                        d.getSource().getPosition(),
                        d.getSource().getPosition() + d.getSource().size(),
                        d.getTarget().getPosition(),
                        d.getTarget().getPosition() + d.getTarget().size()))
                .toList();
    }

    private static List<List<Hunk>> vscode(List<Pair> pairs) throws IOException, InterruptedException {
        Files.createDirectories(MODULES);
        if (!Files.isDirectory(MODULES.resolve("node_modules/vscode-diff"))) {
            run(MODULES, "npm", "install", "--no-audit", "--no-fund", "--prefix", MODULES.toString(), VSCODE_DIFF);
        }
        var folder = MODULES.resolve("pairs");
        if (Files.isDirectory(folder)) {
            try (var old = Files.list(folder)) {
                old.map(Path::toFile).forEach(File::delete);
            }
        }
        Files.createDirectories(folder);
        for (var i = 0; i < pairs.size(); i++) {
            Files.writeString(folder.resolve(i + ".left"), pairs.get(i).left());
            Files.writeString(folder.resolve(i + ".right"), pairs.get(i).right());
        }
        var script = Path.of("src", "jmh", "node", "vscode-hunks.cjs").toAbsolutePath();
        var output = new String(
                run(folder, "node", script.toString(), MODULES.toString(), folder.toString()), StandardCharsets.UTF_8);
        var json = new ObjectMapper();
        var result = new ArrayList<List<Hunk>>();
        var millis = 0.0;
        for (var line : output.lines().toList()) {
            var hunks = new ArrayList<Hunk>();
            JsonNode array = json.readTree(line);
            for (var hunk : array) {
                if (hunk.isArray()) {
                    hunks.add(Hunk.of(
                            0,
                            hunk.get(0).asInt(),
                            hunk.get(1).asInt(),
                            hunk.get(2).asInt(),
                            hunk.get(3).asInt()));
                } else {
                    millis += hunk.asDouble();
                }
            }
            result.add(hunks);
        }
        System.out.printf("vscode: %.0f ms in its own process%n", millis);
        return result;
    }

    private static List<Pair> pairs(String project, Path clone, String commit)
            throws IOException, InterruptedException {
        var names = run(
                clone,
                "git",
                "-c",
                "core.quotePath=false",
                "diff",
                "--name-only",
                "--diff-filter=M",
                "--no-renames",
                commit + "~1",
                commit);
        var result = new ArrayList<Pair>();
        for (var name : new String(names, StandardCharsets.UTF_8).lines().toList()) {
            if (SOURCE_ENDINGS.stream().anyMatch(name::endsWith)) {
                result.add(new Pair(
                        project,
                        new String(run(clone, "git", "show", commit + "~1:" + name), StandardCharsets.UTF_8),
                        new String(run(clone, "git", "show", commit + ":" + name), StandardCharsets.UTF_8)));
            }
        }
        return result;
    }

    private static byte[] run(Path folder, String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed");
        }
        return output;
    }
}
