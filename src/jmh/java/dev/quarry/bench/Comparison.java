package dev.quarry.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;

/// Measures ours and a peer in turns, so that what else the machine does hits both alike, and prints one row:
/// median, least and most of each, and the median of the ratios of the single rounds.
///
/// @param name what is measured, its unit and the peer, such as `stream events/s against the bare AWS SDK`
/// @param warmUps rounds that do not count
/// @param rounds rounds that count, at least 1
public record Comparison(String name, int warmUps, int rounds) {
    static final String HEADER = "name | ours | peer | ratio";

    /// Runs both and prints the row.
    ///
    /// @param ours does the work once and returns the measured value
    /// @param peer likewise
    /// @return the median over the rounds of ours divided by the peer's
    public double run(Callable<Double> ours, Callable<Double> peer) throws Exception {
        var our = new double[rounds];
        var theirs = new double[rounds];
        for (var round = -warmUps; round < rounds; round++) {
            var swapped = Math.floorMod(round, 2) == 1;
            var first = swapped ? peer.call() : ours.call();
            var second = swapped ? ours.call() : peer.call();
            if (round >= 0) {
                our[round] = swapped ? second : first;
                theirs[round] = swapped ? first : second;
            }
        }
        return print(name, our, theirs);
    }

    /// Prints the row of values that were measured in turns.
    ///
    /// @param our one per round, at least one
    /// @param theirs likewise
    /// @return the median over the rounds of ours divided by the peer's
    public static double print(String name, double[] our, double[] theirs) {
        var ratios = new double[our.length];
        for (var round = 0; round < ratios.length; round++) {
            ratios[round] = our[round] / theirs[round];
        }
        var ratio = median(ratios);
        System.out.printf(Locale.ROOT, "%s | %s | %s | %.2f%n", name, words(our), words(theirs), ratio);
        return ratio;
    }

    private static String words(double[] values) {
        return String.format(
                Locale.ROOT,
                "%s (%s to %s)",
                word(median(values)),
                word(Arrays.stream(values).min().orElseThrow()),
                word(Arrays.stream(values).max().orElseThrow()));
    }

    /// Three digits that count, and no exponent.
    private static String word(double value) {
        var digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
