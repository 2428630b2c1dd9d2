package dev.quarry.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Names without the habits of a language: `parse_header`, `parseHeader` and `ParseHeader` are one.
final class Names {
    private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(?:-[\\p{L}\\p{N}]+)*");
    private static final List<String> PREFIXES =
            List.of("get", "set", "is", "has", "to", "as", "new", "with", "on", "test");

    private Names() {}

    static String plain(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    /// Without a `get` or the like in front, since languages differ in that.
    static String bare(String name) {
        var plain = plain(name);
        for (var prefix : PREFIXES) {
            if (plain.length() > prefix.length() + 1 && plain.startsWith(prefix)) {
                return plain.substring(prefix.length());
            }
        }
        return plain;
    }

    /// Every word of a text, plain, and also bare.
    static Set<String> in(String text) {
        var words = new HashSet<String>();
        var match = WORD.matcher(text);
        while (match.find()) {
            var word = match.group();
            words.add(plain(word));
            words.add(bare(word));
            if (word.contains("-")) {
                for (var part : word.split("-", -1)) {
                    words.add(plain(part));
                }
            }
        }
        return words;
    }

    /// Every word of a text, plain.
    static Set<String> plainIn(String text) {
        var words = new HashSet<String>();
        var match = WORD.matcher(text);
        while (match.find()) {
            words.add(plain(match.group()));
            for (var part : match.group().split("-", -1)) {
                words.add(plain(part));
            }
        }
        return words;
    }

    /// How often each word occurs as it is written.
    static Map<String, Integer> counted(String text) {
        var words = new HashMap<String, Integer>();
        var match = WORD.matcher(text);
        while (match.find()) {
            words.merge(match.group(), 1, Integer::sum);
        }
        return words;
    }
}
