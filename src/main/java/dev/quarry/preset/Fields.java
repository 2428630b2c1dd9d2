package dev.quarry.preset;

import dev.quarry.preset.YamlNode.Kind;
import dev.quarry.preset.YamlNode.Mapping;
import dev.quarry.preset.YamlNode.Scalar;
import dev.quarry.preset.YamlNode.Sequence;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The values of a mapping by key, each read as the type it must have. A value of another type is the author's
/// mistake, and told with its line.
final class Fields {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

    private final Mapping mapping;

    private Fields(Mapping mapping) {
        this.mapping = mapping;
    }

    /// @param where such as `the front matter`, for the sentence about an unknown key
    static Fields of(Mapping mapping, String where, List<String> known) throws PresetException {
        for (var entry : mapping.entries().entrySet()) {
            if (!known.contains(entry.getKey())) {
                throw new PresetException(
                        "'%s' is not known in %s. Known are: %s."
                                .formatted(Excerpt.of(entry.getKey()), where, String.join(", ", known)),
                        entry.getValue().line());
            }
        }
        return new Fields(mapping);
    }

    /// Where to send a reader who looks for the key: its line, or that of the mapping when it is missing.
    int line(String key) {
        var entry = mapping.entries().get(key);
        return entry == null ? mapping.line() : entry.line();
    }

    boolean has(String key) {
        return mapping.entries().containsKey(key);
    }

    /// Text of one line without white space around it, or null when the key is missing.
    @Nullable
    String oneLine(String key) throws PresetException {
        var text = text(key);
        if (text == null) {
            return null;
        }
        if (text.isBlank()) {
            throw empty(key);
        }
        if (!isOneLine(text.strip())) {
            throw wrong(key, "must be one line of text");
        }
        return text.strip();
    }

    /// Whether there is something, and nothing that ends a line or cannot be seen.
    static boolean isOneLine(String text) {
        return !text.isBlank() && !UNSEEN.matcher(text).find();
    }

    @Nullable
    String text(String key) throws PresetException {
        var scalar = scalar(key);
        if (scalar == null) {
            return null;
        }
        if (scalar.kind() != Kind.TEXT) {
            throw wrong(key, "must be text. Put it in quotes");
        }
        return scalar.text();
    }

    /// The text of any scalar: `default: 5` is as good as `default: "5"`.
    @Nullable
    String anyText(String key) throws PresetException {
        var scalar = scalar(key);
        return scalar == null ? null : scalar.text();
    }

    /// From `low` to `high`, both included, or null when the key is missing.
    @Nullable
    Double number(String key, double low, double high) throws PresetException {
        var scalar = scalar(key);
        if (scalar == null) {
            return null;
        }
        var number = scalar.kind() == Kind.NUMBER ? parsed(scalar.text()) : Double.NaN;
        if (number >= low && number <= high) {
            return number;
        }
        throw wrong(key, "must be a number from %s to %s".formatted(shown(low), shown(high)));
    }

    /// YAML knows numbers that we do not, such as `0x10` and `.nan`.
    private static double parsed(String number) {
        try {
            return Double.parseDouble(number);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /// From `low` to the greatest int, or null when the key is missing.
    @Nullable
    Integer wholeNumber(String key, int low) throws PresetException {
        var scalar = scalar(key);
        if (scalar == null) {
            return null;
        }
        try {
            if (scalar.kind() == Kind.NUMBER && Integer.parseInt(scalar.text()) >= low) {
                return Integer.valueOf(scalar.text());
            }
        } catch (NumberFormatException e) {
            throw wrong(key, "must be a whole number of at least %d and at most %d".formatted(low, Integer.MAX_VALUE));
        }
        throw wrong(key, "must be a whole number of at least " + low);
    }

    /// False when the key is missing.
    boolean flag(String key) throws PresetException {
        var scalar = scalar(key);
        if (scalar == null) {
            return false;
        }
        if (scalar.kind() != Kind.BOOLEAN) {
            throw wrong(key, "must be true or false");
        }
        return Boolean.parseBoolean(scalar.text());
    }

    /// A constant by its name in lower case.
    <E extends Enum<E>> E oneOf(String key, E fallback) throws PresetException {
        var scalar = scalar(key);
        if (scalar == null) {
            return fallback;
        }
        var constants = fallback.getDeclaringClass().getEnumConstants();
        for (var constant : constants) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(scalar.text())) {
                return constant;
            }
        }
        throw wrong(
                key,
                Arrays.stream(constants)
                        .map(c -> c.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ", "must be one of: ", "")));
    }

    /// Empty when the key is missing.
    List<YamlNode> items(String key) throws PresetException {
        var entry = mapping.entries().get(key);
        if (entry == null) {
            return List.of();
        }
        if (entry.value() instanceof Sequence sequence) {
            return sequence.items();
        }
        throw wrong(key, "must be a list: one line for each, starting with '- '");
    }

    /// The entries of the mapping behind the key; empty when the key is missing.
    Map<String, YamlNode.Entry> entries(String key) throws PresetException {
        var entry = mapping.entries().get(key);
        if (entry == null) {
            return Map.of();
        }
        if (entry.value() instanceof Mapping inner) {
            return inner.entries();
        }
        throw wrong(key, "must be made of names and values, such as '{target: Go}'");
    }

    /// The fields of the mapping behind the key, which must be there.
    ///
    /// @param where such as `the front matter`, for the sentence about an unknown key
    Fields within(String key, String where, List<String> known) throws PresetException {
        var entry = mapping.entries().get(key);
        if (entry != null && entry.value() instanceof Mapping inner) {
            return of(inner, where, known);
        }
        throw wrong(key, "must be made of names and values");
    }

    PresetException wrong(String key, String what) {
        return new PresetException("'" + key + "' " + what + ".", line(key));
    }

    private PresetException empty(String key) {
        return wrong(key, "has no value. Give it one, or take the line out");
    }

    private @Nullable Scalar scalar(String key) throws PresetException {
        var entry = mapping.entries().get(key);
        if (entry == null) {
            return null;
        }
        if (!(entry.value() instanceof Scalar scalar)) {
            throw wrong(key, "must be a single value");
        }
        if (scalar.kind() == Kind.EMPTY) {
            throw empty(key);
        }
        return scalar;
    }

    private static String shown(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
