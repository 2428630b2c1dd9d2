package dev.quarry.diff;

import java.util.Arrays;

/// Numbers strings: equal strings get the same number, from 0 up. An open-addressed table without boxed numbers,
/// because
/// every line of both texts goes through it.
final class KeyTable {
    private String[] strings;
    private int[] hashes;
    private int[] slots;
    private int count;

    KeyTable(int expected) {
        var capacity = Math.max(16, expected);
        strings = new String[capacity];
        hashes = new int[capacity];
        slots = emptySlots(Integer.highestOneBit(capacity) * 4);
    }

    private static int[] emptySlots(int size) {
        var result = new int[size];
        Arrays.fill(result, -1);
        return result;
    }

    /// The number of that string.
    int keyOf(String string) {
        if (count == strings.length) {
            grow();
        }
        var hash = string.hashCode();
        var slot = slotOf(hash);
        while (slots[slot] >= 0) {
            var key = slots[slot];
            if (hashes[key] == hash && strings[key].equals(string)) {
                return key;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = count;
        strings[count] = string;
        hashes[count] = hash;
        return count++;
    }

    /// How many different strings there are; keys are below it.
    int size() {
        return count;
    }

    private int slotOf(int hash) {
        return ((hash * 0x9E3779B9) >>> 7) & (slots.length - 1);
    }

    private void grow() {
        strings = Arrays.copyOf(strings, count * 2);
        hashes = Arrays.copyOf(hashes, count * 2);
        slots = emptySlots(slots.length * 2);
        for (var key = 0; key < count; key++) {
            var slot = slotOf(hashes[key]);
            while (slots[slot] >= 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = key;
        }
    }
}
