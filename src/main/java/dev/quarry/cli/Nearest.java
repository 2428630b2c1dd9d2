package dev.quarry.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Guesses what a mistyped name was meant to be.
final class Nearest {

    private Nearest() {}

    /// The name with a word that starts as typed, or else the one the fewest edits away, if these are at most a
    /// third of its letters.
    static Optional<String> to(String typed, Collection<String> names) {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        var wanted = typed.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(n -> ("-" + n.toLowerCase(Locale.ROOT)).contains("-" + wanted))
                .findFirst()
                .or(() -> names.stream()
                        .filter(n -> edits(wanted, n) <= Math.max(1, n.length() / 3))
                        .min(Comparator.comparingInt(n -> edits(wanted, n))));
    }

    /// The sentence that offers it, with a space before; empty when there is no good guess.
    static String offer(String typed, Collection<String> names) {
        return to(typed, names).map(n -> " Did you mean " + n + "?").orElse("");
    }

    /// The optimal string alignment distance: letters put in, left out, changed, or swapped with their neighbour.
    private static int edits(String from, String name) {
        var to = name.toLowerCase(Locale.ROOT);
        var beforeLast = new int[to.length() + 1];
        var last = new int[to.length() + 1];
        Arrays.setAll(last, i -> i);
        for (var i = 1; i <= from.length(); i++) {
            var row = new int[to.length() + 1];
            row[0] = i;
            for (var j = 1; j <= to.length(); j++) {
                var same = from.charAt(i - 1) == to.charAt(j - 1);
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[to.length()];
    }
}
