package dev.quarry.diff;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Decides which line of a hunk's left replaces which of its right: pairs in order, chosen so that they have as
/// much text in common as possible (an alignment by dynamic programming over the words two lines share). Lines
/// with less than 30 % in common are no pair.
final class LinePairing {
    static final int NONE = -1;
    static final double LEAST_IN_COMMON = 0.3;

    private static final long MAX_CELLS = 250_000;
    private static final long MAX_COMPARED_CHARS = 50_000_000;
    private static final double BLANK_GAIN = 0.01;

    private LinePairing() {}

    /// For each left line the index of its partner on the right, or [#NONE]. Where comparing every line with
    /// every other would take long there are no pairs.
    static int[] pair(List<String> left, List<String> right) {
        var partners = new int[left.size()];
        Arrays.fill(partners, NONE);
        if (left.size() == 1 && right.size() == 1) {
            partners[0] = 0;
        } else if ((long) left.size() * right.size() <= MAX_CELLS
                && chars(left) * right.size() + chars(right) * left.size() <= MAX_COMPARED_CHARS) {
            align(bags(left), bags(right), partners);
        }
        return partners;
    }

    private static long chars(List<String> lines) {
        return lines.stream().mapToLong(String::length).sum();
    }

    private static Bag[] bags(List<String> lines) {
        return lines.stream().map(Bag::of).toArray(Bag[]::new);
    }

    private static void align(Bag[] left, Bag[] right, int[] partners) {
        var gains = new double[left.length][right.length];
        var best = new double[left.length + 1][right.length + 1];
        for (var i = left.length - 1; i >= 0; i--) {
            for (var j = right.length - 1; j >= 0; j--) {
                gains[i][j] = left[i].gain(right[j]);
                best[i][j] = Math.max(
                        gains[i][j] + (gains[i][j] > 0 ? best[i + 1][j + 1] : 0),
                        Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        var i = 0;
        var j = 0;
        while (i < left.length && j < right.length) {
            if (gains[i][j] > 0 && best[i][j] == gains[i][j] + best[i + 1][j + 1]) {
                partners[i++] = j++;
            } else if (best[i][j] == best[i + 1][j]) {
                i++;
            } else {
                j++;
            }
        }
    }

    /// The words of a line without their order: hashes in ascending order, each with the length of its word.
    private static final class Bag {
        private final int[] hashes;
        private final int[] lengths;
        private final int total;

        private Bag(int[] hashes, int[] lengths) {
            this.hashes = hashes;
            this.lengths = lengths;
            this.total = Arrays.stream(lengths).sum();
        }

        static Bag of(String line) {
            var words = Words.of(line);
            var packed = IntStream.range(0, words.size())
                    .filter(i -> !words.isBlank(i))
                    .mapToLong(i -> ((long) words.word(i).hashCode() << 32) | words.length(i))
                    .sorted()
                    .toArray();
            var hashes = new int[packed.length];
            var lengths = new int[packed.length];
            for (var i = 0; i < packed.length; i++) {
                hashes[i] = (int) (packed[i] >> 32);
                lengths[i] = (int) packed[i];
            }
            return new Bag(hashes, lengths);
        }

        /// What a pair is worth: characters in common times their share, so that long similar lines find each
        /// other before lone braces do. 0 when it is no pair.
        double gain(Bag other) {
            if (total == 0 || other.total == 0) {
                return total == other.total ? BLANK_GAIN : 0;
            }
            if (2.0 * Math.min(total, other.total) / (total + other.total) < LEAST_IN_COMMON) {
                return 0;
            }
            var common = common(other);
            var share = 2.0 * common / (total + other.total);
            return share < LEAST_IN_COMMON ? 0 : common * share;
        }

        private int common(Bag other) {
            var common = 0;
            var i = 0;
            var j = 0;
            while (i < hashes.length && j < other.hashes.length) {
                if (hashes[i] < other.hashes[j]) {
                    i++;
                } else if (hashes[i] > other.hashes[j]) {
                    j++;
                } else {
                    common += lengths[i];
                    i++;
                    j++;
                }
            }
            return common;
        }
    }
}
