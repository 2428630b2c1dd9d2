package dev.quarry.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether what a stretch of the input does is still somewhere in an answer, under whatever name: told by the words
/// that only that stretch of the input has. What was moved, renamed, inlined or extracted keeps most of them; what was
/// left out takes them along.
final class Survival {

    /// Of fewer words nothing can be said.
    private static final int ENOUGH = 3;

    private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*|\\d+");

    /// @param text without the habits of a language: `max_size` and `maxSize` are one
    private record Word(String text, int at) {}

    private final List<Word> input;
    private final Map<String, Integer> had;
    private final Map<String, Integer> hadPairs;
    private final Set<String> has = new HashSet<>();
    private final Set<String> hasPairs = new HashSet<>();

    Survival(Piece input, List<Piece> answer) {
        this.input = words(input.bare().words());
        had = counted(singles(this.input));
        hadPairs = counted(pairs(this.input));
        for (var piece : answer) {
            var words = words(piece.bare().words());
            has.addAll(singles(words));
            hasPairs.addAll(pairs(words));
        }
    }

    /// The share of a stretch's own words that the answer has, 0 to 1; empty when it has too few of its own to tell.
    ///
    /// @param start of the stretch in the input, inclusive
    /// @param end exclusive
    /// @param name does not count, since calls may keep it
    OptionalDouble of(int start, int end, String name) {
        var inside = input.stream().filter(w -> w.at() >= start && w.at() < end).toList();
        var own = own(singles(inside), had);
        own.remove(name.toLowerCase(Locale.ROOT).replace("_", ""));
        if (own.size() >= ENOUGH) {
            return share(own, has);
        }
        var ownPairs = own(pairs(inside), hadPairs);
        return ownPairs.size() >= ENOUGH ? share(ownPairs, hasPairs) : OptionalDouble.empty();
    }

    private static OptionalDouble share(Set<String> own, Set<String> there) {
        return OptionalDouble.of((double) own.stream().filter(there::contains).count() / own.size());
    }

    /// Those that occur nowhere else.
    private static Set<String> own(List<String> inside, Map<String, Integer> all) {
        var own = new HashSet<String>();
        counted(inside).forEach((word, count) -> {
            if (count.equals(all.get(word))) {
                own.add(word);
            }
        });
        return own;
    }

    private static List<Word> words(String text) {
        var words = new ArrayList<Word>();
        var match = WORD.matcher(text);
        while (match.find()) {
            words.add(new Word(match.group().toLowerCase(Locale.ROOT).replace("_", ""), match.start()));
        }
        return words;
    }

    private static List<String> singles(List<Word> words) {
        return words.stream().map(Word::text).filter(w -> w.length() > 1).toList();
    }

    private static List<String> pairs(List<Word> words) {
        var pairs = new ArrayList<String>();
        for (var i = 1; i < words.size(); i++) {
            pairs.add(words.get(i - 1).text() + " " + words.get(i).text());
        }
        return pairs;
    }

    private static Map<String, Integer> counted(List<String> texts) {
        var counts = new HashMap<String, Integer>();
        texts.forEach(t -> counts.merge(t, 1, Integer::sum));
        return counts;
    }
}
