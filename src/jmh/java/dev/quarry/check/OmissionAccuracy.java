package dev.quarry.check;

import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How often the parse check and the omission guard are right, without any compiler. Good answers are the files of real
/// commits: before and after a refactoring, or a port to another language. Bad ones are the same with something left
/// out or broken. Of the commits every other one was held back while the rules were written.
///
/// Arguments: `corpus` for the one that the tests hold, with all ways of spoiling; or a folder of clones, each as
/// `owner+name/repo`; a file of pairs, one a line, parted by tabs: the task,
/// `owner+name`, commit, path before it, path after it, `good` or `port` (other lines are passed over); `tuning` or
/// `held-out`; `show` to print each mistake.
public final class OmissionAccuracy {

    private static final String FENCE = "`".repeat(100);

    private static final class Count {
        private int good;
        private int alarms;
        private int bad;
        private int caught;
    }

    private final Path clones;
    private final boolean show;
    private final Map<String, Count> byLanguage = new TreeMap<>();
    private final Map<String, Count> byKind = new TreeMap<>();
    private final List<Long> nanos = new ArrayList<>();

    private OmissionAccuracy(Path clones, boolean show) {
        this.clones = clones;
        this.show = show;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments[0].equals("corpus")) {
            var check = new AnswerCheck(
                    new CheckTools(Map.of(), CheckTools.none().path(), Map.of(), Duration.ofSeconds(30)));
            var tally = CorpusTally.of(CorpusPair.all(), check, Integer.MAX_VALUE);
            System.out.println(tally.table());
            tally.mistakes().forEach(System.out::println);
            return;
        }
        var half = arguments[2].equals("held-out") ? 1 : 0;
        var accuracy =
                new OmissionAccuracy(Path.of(arguments[0]), List.of(arguments).contains("show"));
        for (var line : Files.readAllLines(Path.of(arguments[1]))) {
            var cells = line.split("\t", -1);
            var kept = cells.length == 6 && (cells[5].equals("good") || cells[5].equals("port"));
            if (kept && Math.floorMod((cells[2] + cells[3]).hashCode(), 2) == half) {
                accuracy.measure(cells, half);
            }
        }
        accuracy.report(arguments[2]);
    }

    private void measure(String[] cells, int half) throws IOException, InterruptedException {
        var from = Languages.ofFileName(cells[3]);
        var to = Languages.ofFileName(cells[4]);
        if (from.isEmpty() || to.isEmpty()) {
            return;
        }
        var before = git(cells[1], cells[2] + "^:" + cells[3]);
        var after = git(cells[1], cells[2] + ":" + cells[4]);
        var name = cells[1] + " " + cells[2].substring(0, 8) + " " + cells[4];
        var label = from.get().equals(to.get())
                ? to.get().name()
                : from.get().name() + " to " + to.get().name();
        var good = failures(from.get(), to.get(), before, after);
        count(label, "good " + cells[0], good, false, name);
        var planted = new Planting(
                        from.get().id(),
                        to.get().id(),
                        to.get().comments().hasLine() ? to.get().comments().line() : "//",
                        half,
                        name.hashCode())
                .of(after, before);
        for (var bad : planted.entrySet()) {
            if (!bad.getValue().equals(after)) {
                count(
                        label,
                        bad.getKey(),
                        failures(from.get(), to.get(), before, bad.getValue()),
                        true,
                        name + "  " + firstChange(after, bad.getValue()));
            }
        }
    }

    private List<Check> failures(Language from, Language to, String before, String after) throws InterruptedException {
        var answer =
                FENCE + to.fenceLabels().getFirst() + "\n" + after + (after.endsWith("\n") ? "" : "\n") + FENCE + "\n";
        var began = System.nanoTime();
        var verdict = new AnswerCheck(
                        new CheckTools(Map.of(), CheckTools.none().path(), Map.of(), Duration.ofSeconds(30)))
                .check(new Subject(answer, Subject.End.WHOLE, Subject.Promise.ALL_OF_THE_INPUT, before, from, to));
        nanos.add(System.nanoTime() - began);
        return verdict.checks().stream()
                .filter(c -> c.status() == Check.Status.FAILED && c.kind() != Check.Kind.COMPILES)
                .toList();
    }

    private void count(String language, String kind, List<Check> failures, boolean bad, String name) {
        for (var count : List.of(
                byLanguage.computeIfAbsent(language, l -> new Count()),
                byKind.computeIfAbsent(kind, k -> new Count()))) {
            if (bad) {
                count.bad++;
                count.caught += failures.isEmpty() ? 0 : 1;
            } else {
                count.good++;
                count.alarms += failures.isEmpty() ? 0 : 1;
            }
        }
        if (show && failures.isEmpty() == bad) {
            System.out.println((bad ? "MISSED " + kind : "ALARM") + "  " + name + "  "
                    + failures.stream()
                            .flatMap(c -> c.findings().stream())
                            .map(Finding::sentence)
                            .limit(4)
                            .toList());
        }
    }

    /// The line where a planted omission begins.
    private static String firstChange(String whole, String spoilt) {
        var at = 0;
        while (at < Math.min(whole.length(), spoilt.length()) && whole.charAt(at) == spoilt.charAt(at)) {
            at++;
        }
        var start = whole.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
        var end = whole.indexOf('\n', at);
        return whole.substring(start, end < 0 ? whole.length() : end).strip();
    }

    private void report(String half) {
        System.out.printf("%n%s%n%-28s %6s %7s %6s %7s%n", half, "", "good", "alarms", "bad", "caught");
        print(byLanguage);
        System.out.println();
        print(byKind);
        var all = new Count();
        byLanguage.values().forEach(c -> {
            all.good += c.good;
            all.alarms += c.alarms;
            all.bad += c.bad;
            all.caught += c.caught;
        });
        System.out.println();
        print(Map.of("all", all));
        nanos.sort(null);
        System.out.printf("%nmedian %.0f ms a check%n", nanos.get(nanos.size() / 2) / 1e6);
    }

    private static void print(Map<String, Count> counts) {
        counts.forEach((name, c) -> System.out.printf(
                "%-28s %6d %7d %6d %7d  %s%n",
                name,
                c.good,
                c.alarms,
                c.bad,
                c.caught,
                (c.good > 0 ? "false " + Math.round(1000.0 * c.alarms / c.good) / 10.0 + " %  " : "")
                        + (c.bad > 0 ? "caught " + Math.round(1000.0 * c.caught / c.bad) / 10.0 + " %" : "")));
    }

    private String git(String repository, String object) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        "git", "-C", clones.resolve(repository + "/repo").toString(), "show", object)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text;
    }
}
