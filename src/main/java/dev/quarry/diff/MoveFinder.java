package dev.quarry.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds blocks that one hunk removes and another adds, equal but for whitespace. Starts at lines that are rare
/// among the removed ones and grows in both directions as long as both sides agree; the longest block wins.
final class MoveFinder {
    private static final int MIN_LINES = 3;
    private static final int MIN_LETTERS = 20;
    private static final int MAX_SEEDS = 8;
    private static final int NONE = -1;

    private final LineText left;
    private final LineText right;
    private final int[] leftHunks;
    private final int[] rightHunks;
    private final int[] leftKeys;
    private final int[] rightKeys;
    private final List<int[]> places = new ArrayList<>();

    private MoveFinder(Diff diff) {
        left = diff.left();
        right = diff.right();
        leftHunks = new int[left.size()];
        rightHunks = new int[right.size()];
        Arrays.fill(leftHunks, NONE);
        Arrays.fill(rightHunks, NONE);
        for (var hunk : diff.hunks()) {
            Arrays.fill(leftHunks, hunk.leftFrom(), hunk.leftTo(), hunk.index());
            Arrays.fill(rightHunks, hunk.rightFrom(), hunk.rightTo(), hunk.index());
        }
        var table = new KeyTable(64);
        leftKeys = keys(left, leftHunks, table);
        rightKeys = keys(right, rightHunks, table);
        indexLeft(table.size());
    }

    static List<Move> find(Diff diff) {
        return new MoveFinder(diff).find();
    }

    private static int[] keys(LineText text, int[] hunks, KeyTable table) {
        var keys = new int[hunks.length];
        for (var i = 0; i < keys.length; i++) {
            keys[i] = hunks[i] == NONE ? NONE : table.keyOf(Whitespace.IGNORE_ALL.keyOf(text.line(i)));
        }
        return keys;
    }

    private void indexLeft(int keyCount) {
        for (var i = 0; i < keyCount; i++) {
            places.add(new int[0]);
        }
        for (var i = 0; i < leftKeys.length; i++) {
            if (leftKeys[i] != NONE && places.get(leftKeys[i]).length <= MAX_SEEDS) {
                var known = places.get(leftKeys[i]);
                var more = Arrays.copyOf(known, known.length + 1);
                more[known.length] = i;
                places.set(leftKeys[i], more);
            }
        }
    }

    private List<Move> find() {
        var moves = new ArrayList<Move>();
        for (var line = 0; line < rightKeys.length; line++) {
            var move = longestThrough(line);
            if (move != null) {
                moves.add(move);
                Arrays.fill(leftKeys, move.leftFrom(), move.leftTo(), NONE);
                Arrays.fill(rightKeys, move.rightFrom(), move.rightTo(), NONE);
                line = move.rightTo() - 1;
            }
        }
        moves.sort(Comparator.comparingInt(Move::leftFrom));
        return List.copyOf(moves);
    }

    private @Nullable Move longestThrough(int line) {
        if (rightKeys[line] == NONE || places.get(rightKeys[line]).length > MAX_SEEDS) {
            return null;
        }
        Move best = null;
        for (var place : places.get(rightKeys[line])) {
            var move = grow(place, line);
            if (move != null && (best == null || move.lines() > best.lines())) {
                best = move;
            }
        }
        return best;
    }

    private @Nullable Move grow(int a, int b) {
        if (!agree(a, b)) {
            return null;
        }
        var up = 0;
        while (agree(a - up - 1, b - up - 1)) {
            up++;
        }
        var down = 1;
        while (agree(a + down, b + down)) {
            down++;
        }
        while (right.line(b - up).isBlank()) {
            up--;
        }
        while (right.line(b + down - 1).isBlank()) {
            down--;
        }
        var lines = up + down;
        return lines >= MIN_LINES && letters(b - up, b + down) >= MIN_LETTERS ? new Move(a - up, b - up, lines) : null;
    }

    private boolean agree(int a, int b) {
        return a >= 0
                && b >= 0
                && a < leftKeys.length
                && b < rightKeys.length
                && leftKeys[a] != NONE
                && leftKeys[a] == rightKeys[b]
                && leftHunks[a] != rightHunks[b];
    }

    private long letters(int from, int to) {
        return right.lines().subList(from, to).stream()
                .flatMapToInt(String::chars)
                .filter(Character::isLetterOrDigit)
                .count();
    }
}
