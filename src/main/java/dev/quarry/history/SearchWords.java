package dev.quarry.history;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// The words of the full-text index: those of a text, those that are typed, and one for each property that can be
/// filtered by, so that a filter costs no more than a word.
final class SearchWords {

    private SearchWords() {}

    /// The text, followed by the later words of its camelCase names: `getUserName` is found by `userN` too.
    static String of(String text) {
        var more = new StringBuilder();
        var start = -1;
        var humps = new ArrayList<Integer>();
        for (var i = 0; i <= text.length(); i++) {
            var inside = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (inside) {
                if (start < 0) {
                    start = i;
                } else if (Character.isUpperCase(text.charAt(i)) && !Character.isUpperCase(text.charAt(i - 1))) {
                    humps.add(i);
                }
            } else if (start >= 0) {
                for (var hump : humps) {
                    more.append(' ').append(text, hump, i);
                }
                humps.clear();
                start = -1;
            }
        }
        return more.isEmpty() ? text : text + more;
    }

    /// The query that finds what was typed and the properties; empty when neither narrows.
    static String query(HistoryQuery wanted) {
        var terms = new ArrayList<String>();
        for (var word : typed(wanted.words())) {
            terms.add("{prompt code answer} : " + word + " *");
        }
        for (var facet : facets(
                wanted.task(),
                wanted.model(),
                wanted.language(),
                wanted.outcome(),
                wanted.verdict(),
                Boolean.TRUE.equals(wanted.pinned()))) {
            terms.add("facets : " + facet);
        }
        return String.join(" AND ", terms);
    }

    /// What is typed, cut into the words that the tokenizer would make, each quoted.
    private static List<String> typed(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
                word.appendCodePoint(c);
            } else if (!word.isEmpty()) {
                words.add("\"" + word + "\"");
                word.setLength(0);
            }
        });
        if (!word.isEmpty()) {
            words.add("\"" + word + "\"");
        }
        return words;
    }

    static String facetText(
            String task,
            String model,
            String language,
            @Nullable String outcome,
            @Nullable Boolean passed,
            boolean pinned) {
        return String.join(" ", facets(task, model, language, outcome, passed, pinned));
    }

    private static List<String> facets(
            @Nullable String task,
            @Nullable String model,
            @Nullable String language,
            @Nullable String outcome,
            @Nullable Boolean passed,
            boolean pinned) {
        var words = new ArrayList<String>();
        add(words, "task", task);
        add(words, "model", model);
        add(words, "language", language);
        add(words, "outcome", outcome);
        add(words, "passed", passed == null ? null : passed.toString());
        add(words, "pinned", pinned ? "true" : null);
        return words;
    }

    // Two values may share a word: the rows are compared by value as well.
    private static void add(List<String> words, String property, @Nullable String value) {
        if (value != null) {
            var sum = new CRC32();
            sum.update(value.getBytes(StandardCharsets.UTF_8));
            words.add(property + String.format(Locale.ROOT, "%08x", sum.getValue()));
        }
    }
}
