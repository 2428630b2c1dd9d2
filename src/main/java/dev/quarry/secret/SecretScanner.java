package dev.quarry.secret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;

/// Looks for credentials in a text. Any thread. Each rule first looks for a mark that is in every match, so
/// that a text without any costs one pass a mark.
public final class SecretScanner {

    private SecretScanner() {}

    /// What is found, in the order of the text; findings do not overlap, the more telling kind goes first.
    public static List<Finding> scan(String text) {
        var found = new ArrayList<Finding>();
        for (var rule : Rules.SHAPES) {
            for (var mark : rule.marks()) {
                search(text, rule, mark, found);
            }
        }
        var lower = text.toLowerCase(Locale.ROOT);
        if (Rules.NAMES.stream().anyMatch(lower::contains)) {
            searchLines(text, found);
        }
        found.sort(Comparator.comparingInt(Finding::start));
        return List.copyOf(found);
    }

    /// Only the lines with the mark are looked at closely; what begins on one may go on below.
    private static void search(String text, Rule rule, String mark, List<Finding> found) {
        var match = rule.pattern().matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        for (var at = text.indexOf(mark); at >= 0; ) {
            var start = Math.max(text.lastIndexOf('\n', at) + 1, at - LONGEST_LINE);
            var newline = text.indexOf('\n', at);
            var end = newline < 0 ? text.length() : newline;
            match.region(start, rule.isLong() ? text.length() : end);
            var next = end;
            while (match.find() && match.start() <= end) {
                add(text, rule, match, 0, found);
                next = Math.max(next, match.end());
            }
            at = text.indexOf(mark, next);
        }
    }

    /// Assignments are looked for line by line, in those with a telling name only: the patterns are slow.
    private static void searchLines(String text, List<Finding> found) {
        for (var start = 0; start < text.length(); ) {
            var newline = text.indexOf('\n', start);
            var end = newline < 0 ? text.length() : newline;
            if (end - start <= LONGEST_LINE) {
                var line = text.substring(start, end);
                var lower = line.toLowerCase(Locale.ROOT);
                if (Rules.NAMES.stream().anyMatch(lower::contains)) {
                    searchLine(text, line, start, found);
                }
            }
            start = end + 1;
        }
    }

    /// A longer line is data, or was made by a machine.
    private static final int LONGEST_LINE = 2_000;

    private static void searchLine(String text, String line, int offset, List<Finding> found) {
        for (var rule : List.of(Rules.ASSIGNMENT, Rules.SETTING)) {
            var match = rule.pattern().matcher(line);
            while (match.find()) {
                add(text, rule, match, offset, found);
            }
        }
    }

    private static void add(String text, Rule rule, Matcher match, int offset, List<Finding> found) {
        var group = match.namedGroups().containsKey("s") ? "s" : null;
        var start = offset + (group == null ? match.start() : match.start(group));
        var end = offset + (group == null ? match.end() : match.end(group));
        var value = text.substring(start, end);
        var holds = switch (rule.check()) {
            case SHAPE -> !Randomness.isStandIn(value) || value.contains("\n");
            case RANDOM -> Randomness.isRandom(value);
        };
        if (holds && found.stream().noneMatch(f -> f.start() < end && start < f.end())) {
            found.add(new Finding(rule.kind(), start, end, lineOf(text, start)));
        }
    }

    private static int lineOf(String text, int offset) {
        var line = 1;
        for (var i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
            line++;
        }
        return line;
    }
}
