package dev.quarry.secret;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Tells values that were drawn by chance from words, names and examples.
final class Randomness {

    /// In lower case; in values that stand for a real one.
    private static final List<String> STAND_INS = List.of(
            "example",
            "changeme",
            "change-me",
            "change_me",
            "placeholder",
            "dummy",
            "sample",
            "your",
            "xxxx",
            "****",
            "....",
            "insert",
            "replace",
            "redacted",
            "mock",
            "fake",
            "foobar",
            "todo",
            "abcdef",
            "12345",
            "qwerty",
            "lorem",
            "test");

    /// Mostly the name of a record.
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Randomness() {}

    /// Whether the value stands for a real one, as in documents.
    static boolean isStandIn(String value) {
        var lower = value.toLowerCase(Locale.ROOT);
        return STAND_INS.stream().anyMatch(lower::contains)
                || value.chars().distinct().count() < 5
                || lower.startsWith("<")
                || lower.startsWith("${")
                || lower.startsWith("{{")
                || lower.startsWith("%(");
    }

    /// Whether letters and digits look drawn by chance. Words are told by their runs of one kind: chance
    /// changes between small letters, capitals and digits at about every second character.
    static boolean isRandom(String value) {
        if (isStandIn(value) || UUID.matcher(value).matches()) {
            return false;
        }
        var digits = value.chars().filter(Character::isDigit).count();
        var letters = value.chars().filter(Character::isLetter).count();
        if (digits == 0 || letters == 0) {
            return false;
        }
        if (isHex(value)) {
            return value.length() >= 32 && entropy(value) >= 3.0;
        }
        var changes = 0;
        var pairs = 0;
        for (var i = 1; i < value.length(); i++) {
            var before = kind(value.charAt(i - 1));
            var now = kind(value.charAt(i));
            pairs++;
            if (before != now) {
                changes++;
            }
        }
        var share = (double) changes / pairs;
        return share >= 0.28 && entropy(value) >= Math.min(3.5, log2(value.length()) - 0.6);
    }

    private static boolean isHex(String value) {
        return value.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
    }

    private static int kind(char c) {
        if (Character.isDigit(c)) {
            return 0;
        }
        if (Character.isUpperCase(c)) {
            return 1;
        }
        return Character.isLowerCase(c) ? 2 : 3;
    }

    /// Shannon's, in bits for a character.
    static double entropy(String value) {
        var counts = new int[128];
        var others = 0;
        for (var i = 0; i < value.length(); i++) {
            if (value.charAt(i) < 128) {
                counts[value.charAt(i)]++;
            } else {
                others++;
            }
        }
        var bits = others == 0 ? 0 : term(others, value.length());
        for (var count : counts) {
            if (count > 0) {
                bits += term(count, value.length());
            }
        }
        return bits;
    }

    private static double term(int count, int all) {
        var share = (double) count / all;
        return -share * log2(share);
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
