package dev.quarry.language.detect;

import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What tells a language at a glance, such as `fun main(`. Read from the file of signs, one a line.
final class Signs {

    /// How often a sign counts; the second time and after it counts half.
    private static final int MOST = 3;

    private static final List<Sign> SIGNS = read();

    /// @param weight added to the logarithm of the likelihood of these languages
    private record Sign(Set<Language> languages, double weight, Pattern pattern) {}

    private Signs() {}

    /// What the signs of those languages in a text add up to.
    static Map<Language, Double> weights(Set<Language> languages, String text) {
        var sums = new HashMap<Language, Double>();
        for (var sign : SIGNS) {
            if (Collections.disjoint(sign.languages, languages)) {
                continue;
            }
            var weight = 0.0;
            var found = sign.pattern.matcher(text);
            for (var count = 0; count < MOST && found.find(); count++) {
                weight += count == 0 ? sign.weight : sign.weight / 2;
            }
            for (var language : sign.languages) {
                sums.merge(language, weight, Double::sum);
            }
        }
        return sums;
    }

    private static List<Sign> read() {
        try (var in = Signs.class.getResourceAsStream("signs.txt")) {
            if (in == null) {
                throw new IllegalStateException("the signs of languages are missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .map(Signs::sign)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the signs of languages", e);
        }
    }

    private static Sign sign(String line) {
        var cells = line.split("\\s+", 3);
        var languages = Stream.of(cells[0].split(",", -1))
                .map(id -> Languages.named(id).orElseThrow())
                .collect(Collectors.toUnmodifiableSet());
        return new Sign(languages, Double.parseDouble(cells[1]), Pattern.compile(cells[2], Pattern.MULTILINE));
    }
}
