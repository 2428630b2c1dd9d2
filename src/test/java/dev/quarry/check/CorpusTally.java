package dev.quarry.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts how often the checks were right.
final class CorpusTally {

    private static final class Row {
        private int good;
        private int alarms;
        private int planted;
        private int caught;
        private int dropping;
        private int told;
    }

    private final Map<String, Row> byLanguage = new TreeMap<>();
    private final Map<String, Row> byKind = new TreeMap<>();
    private final Row all = new Row();
    private final List<String> mistakes = new ArrayList<>();

    /// Checks each pair, and what comes of it when it is spoilt.
    ///
    /// @param ways in how many of the five ways each is spoilt; which ones goes round
    static CorpusTally of(List<CorpusPair> pairs, AnswerCheck check, int ways) throws InterruptedException {
        var tally = new CorpusTally();
        var turn = 0;
        for (var pair : pairs) {
            var failures = failures(check, pair.answeredBy(pair.after()));
            if (!pair.kept()) {
                tally.dropping(pair, failures);
                continue;
            }
            tally.good(pair, failures);
            var kinds = List.copyOf(pair.planted().entrySet());
            for (var i = 0; i < Math.min(ways, kinds.size()); i++) {
                var spoilt = kinds.get(turn++ % kinds.size());
                tally.planted(pair, spoilt.getKey(), failures(check, pair.answeredBy(spoilt.getValue())));
            }
        }
        return tally;
    }

    /// What fails an answer, the compiler apart.
    private static List<String> failures(AnswerCheck check, Subject subject) throws InterruptedException {
        return check.check(subject).checks().stream()
                .filter(c -> c.status() == Check.Status.FAILED && c.kind() != Check.Kind.COMPILES)
                .flatMap(c -> c.findings().stream())
                .filter(f -> f.weight() == Finding.Weight.FAILURE)
                .map(Finding::sentence)
                .limit(4)
                .toList();
    }

    /// An answer that keeps all.
    private void good(CorpusPair pair, List<String> failures) {
        rows(pair.languages(), pair.port() ? "port" : "refactoring").forEach(r -> {
            r.good++;
            r.alarms += failures.isEmpty() ? 0 : 1;
        });
        if (!failures.isEmpty()) {
            mistakes.add("alarm   " + pair.name() + "  " + failures);
        }
    }

    /// An answer that leaves something out, as its author meant it to.
    private void dropping(CorpusPair pair, List<String> failures) {
        rows(pair.languages(), "drops").forEach(r -> {
            r.dropping++;
            r.told += failures.isEmpty() ? 0 : 1;
        });
        if (failures.isEmpty()) {
            mistakes.add("untold  " + pair.name() + "  " + pair.gone());
        }
    }

    /// An answer that was spoilt.
    private void planted(CorpusPair pair, String kind, List<String> failures) {
        rows(pair.languages(), kind).forEach(r -> {
            r.planted++;
            r.caught += failures.isEmpty() ? 0 : 1;
        });
        if (failures.isEmpty()) {
            mistakes.add("missed  " + pair.name() + "  " + kind);
        }
    }

    private List<Row> rows(String language, String kind) {
        return List.of(
                byLanguage.computeIfAbsent(language, l -> new Row()),
                byKind.computeIfAbsent(kind, k -> new Row()),
                all);
    }

    double caught() {
        return (double) all.caught / all.planted;
    }

    double falseAlarms() {
        return (double) all.alarms / all.good;
    }

    int good() {
        return all.good;
    }

    int planted() {
        return all.planted;
    }

    /// How many languages there are answers in.
    long languages() {
        return byLanguage.keySet().stream().filter(l -> !l.contains(" to ")).count();
    }

    /// What was wrong, one a line.
    List<String> mistakes() {
        return mistakes;
    }

    /// A table: by language, by what was done, and all.
    String table() {
        var text = new StringBuilder("%-26s %10s %18s %12s%n".formatted("", "alarms", "caught", "told"));
        byLanguage.forEach((name, row) -> text.append(line(name, row)));
        text.append("\n");
        byKind.forEach((name, row) -> text.append(line(name, row)));
        text.append("\n").append(line("all", all));
        return text.toString();
    }

    private static String line(String name, Row row) {
        return "%-26s %10s %18s %12s%n"
                .formatted(
                        name,
                        of(row.alarms, row.good),
                        of(row.caught, row.planted)
                                + (row.planted == 0 ? "" : " %5.1f %%".formatted(100.0 * row.caught / row.planted)),
                        of(row.told, row.dropping));
    }

    private static String of(int some, int of) {
        return of == 0 ? "" : some + " of " + of;
    }
}
