package dev.quarry.check;

import dev.quarry.language.syntax.Declaration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Finds what became of a declaration that the answer has under another name or in another form.
final class Renames {

    /// Of a stretch so like a new one, the new one is the old one renamed.
    private static final double ALIKE = 0.6;

    private static final Pattern GETTER = Pattern.compile("(?:get|set|is)(\\p{Lu})(.*)");

    private final List<Piece> answer;
    private final Piece input;

    Renames(List<Piece> answer, Piece input) {
        this.answer = answer;
        this.input = input;
    }

    /// Whether a name that only the answer declares stands for much the same text.
    boolean isRenamed(Declaration declaration) {
        var body = unnamed(input, declaration);
        var known = new HashSet<String>();
        input.declarations().forEach(d -> known.add(d.name()));
        return answer.stream()
                .anyMatch(p -> p.declarations().stream()
                        .filter(d -> d.kind() == declaration.kind() && !known.contains(d.name()))
                        .anyMatch(d -> likeness(body, unnamed(p, d)) >= ALIKE));
    }

    /// Whether the answer has a variable or property of that name that the input had not.
    boolean isVariableNow(Declaration declaration) {
        var names = Pattern.quote(declaration.name()) + "|" + Pattern.quote(property(declaration.name()));
        var variable = Pattern.compile("\\b(?:val|var|let|const|attr_reader|attr_accessor|property)\\s+:?(?:" + names
                + ")\\b|\\b(?:this|self)\\.(?:" + names + ")\\s*=(?!=)");
        var now = answer.stream()
                .mapToLong(p -> variable.matcher(p.bare().code()).results().count())
                .sum();
        return now > variable.matcher(input.bare().code()).results().count();
    }

    /// What `getSize` is called as a property: `size`.
    private static String property(String name) {
        var match = GETTER.matcher(name);
        return match.matches() ? match.group(1).toLowerCase(Locale.ROOT) + match.group(2) : name;
    }

    /// The words of a declaration without its own name, which a new name changes.
    private static Map<String, Integer> unnamed(Piece piece, Declaration declaration) {
        var words = Names.counted(piece.bare().words().substring(declaration.start(), declaration.end()));
        words.remove(declaration.name());
        return words;
    }

    /// Twice what two texts have in common over what they have in all, 0 to 1 (Dice).
    private static double likeness(Map<String, Integer> one, Map<String, Integer> other) {
        var common = 0;
        for (var word : one.entrySet()) {
            common += Math.min(word.getValue(), other.getOrDefault(word.getKey(), 0));
        }
        var all = one.values().stream().mapToInt(i -> i).sum()
                + other.values().stream().mapToInt(i -> i).sum();
        return all == 0 ? 0 : 2.0 * common / all;
    }
}
