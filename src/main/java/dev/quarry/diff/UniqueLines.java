package dev.quarry.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.diff.Edit;

/// A coarse diff in O(n log n), whatever the input: lines that occur once on each side, in the longest common
/// order, hold the sides together (the anchors of the patience diff by Bram Cohen); what lies between two of
/// them and is not equal from its ends inwards is one edit.
final class UniqueLines {
    private static final int NONE = -1;
    private static final int MANY = -2;

    private UniqueLines() {}

    static List<Edit> edits(int[] left, int[] right) {
        var edits = new ArrayList<Edit>();
        var from = new Edit(0, 0);
        for (var anchor : longestChain(anchors(left, right))) {
            addGap(edits, left, right, new Edit(from.getBeginA(), anchor[0], from.getBeginB(), anchor[1]));
            from = new Edit(anchor[0] + 1, anchor[1] + 1);
        }
        addGap(edits, left, right, new Edit(from.getBeginA(), left.length, from.getBeginB(), right.length));
        return edits;
    }

    private static void addGap(List<Edit> edits, int[] left, int[] right, Edit gap) {
        var a = gap.getBeginA();
        var b = gap.getBeginB();
        var endA = gap.getEndA();
        var endB = gap.getEndB();
        while (a < endA && b < endB && left[a] == right[b]) {
            a++;
            b++;
        }
        while (a < endA && b < endB && left[endA - 1] == right[endB - 1]) {
            endA--;
            endB--;
        }
        if (a < endA || b < endB) {
            edits.add(new Edit(a, endA, b, endB));
        }
    }

    /// Pairs of lines that are unique on both sides, in the order of the left.
    private static List<int[]> anchors(int[] left, int[] right) {
        var size = Math.max(max(left), max(right)) + 1;
        var inLeft = places(left, size);
        var inRight = places(right, size);
        var result = new ArrayList<int[]>();
        for (var i = 0; i < left.length; i++) {
            if (inLeft[left[i]] == i && inRight[left[i]] >= 0) {
                result.add(new int[] {i, inRight[left[i]]});
            }
        }
        return result;
    }

    private static int[] places(int[] keys, int size) {
        var result = new int[size];
        Arrays.fill(result, NONE);
        for (var i = 0; i < keys.length; i++) {
            result[keys[i]] = result[keys[i]] == NONE ? i : MANY;
        }
        return result;
    }

    private static int max(int[] keys) {
        return Arrays.stream(keys).max().orElse(0);
    }

    /// The longest subsequence that rises on the right too, by patience sorting.
    private static List<int[]> longestChain(List<int[]> pairs) {
        var tops = new ArrayList<Integer>();
        var before = new int[pairs.size()];
        for (var i = 0; i < pairs.size(); i++) {
            var pile = pileFor(pairs, tops, pairs.get(i)[1]);
            before[i] = pile == 0 ? NONE : tops.get(pile - 1);
            if (pile == tops.size()) {
                tops.add(i);
            } else {
                tops.set(pile, i);
            }
        }
        var result = new ArrayList<int[]>();
        for (var i = tops.isEmpty() ? NONE : tops.getLast(); i != NONE; i = before[i]) {
            result.add(pairs.get(i));
        }
        return result.reversed();
    }

    private static int pileFor(List<int[]> pairs, List<Integer> tops, int place) {
        var low = 0;
        var high = tops.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (pairs.get(tops.get(middle))[1] < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
