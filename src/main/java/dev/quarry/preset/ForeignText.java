package dev.quarry.preset;

import dev.quarry.preset.YamlNode.Kind;
import dev.quarry.preset.YamlNode.Mapping;
import dev.quarry.preset.YamlNode.Scalar;
import java.util.List;
import java.util.Optional;

/// A prompt file of another tool, cut into its front matter and its body. Keys that are not known are no mistake: they
/// mean something to the tool that it was written for.
///
/// @param body without blank lines at its ends
record ForeignText(Mapping frontMatter, String body) {

    /// A file that may start with front matter between two lines `---`.
    static ForeignText of(String text) throws PresetException {
        var lines = List.of(text.split("\n", -1));
        if (lines.getFirst().stripTrailing().equals("---")) {
            for (var i = 1; i < lines.size(); i++) {
                if (lines.get(i).stripTrailing().equals("---")) {
                    return cut(lines, 1, i);
                }
            }
            throw new PresetException("The front matter has no end. Put a line '---' after it.", 1);
        }
        return new ForeignText(YamlReader.readOrEmpty("", 1), text.strip());
    }

    /// A file whose front matter, if it has any, starts at once and ends with a line `---`.
    static ForeignText withoutOpening(String text) throws PresetException {
        if (text.startsWith("---")) {
            return of(text);
        }
        var lines = List.of(text.split("\n", -1));
        var end = lines.indexOf("---");
        return end < 0 ? of(text) : cut(lines, 0, end);
    }

    private static ForeignText cut(List<String> lines, int from, int end) throws PresetException {
        var yaml = String.join("\n", lines.subList(from, end)) + "\n";
        return new ForeignText(
                YamlReader.readOrEmpty(yaml, from + 1),
                String.join("\n", lines.subList(end + 1, lines.size())).strip());
    }

    /// The text of a single value; empty when the key is missing or has another kind of value.
    Optional<String> value(String key) {
        return value(frontMatter, key);
    }

    static Optional<String> value(Mapping mapping, String key) {
        var entry = mapping.entries().get(key);
        return entry != null
                        && entry.value() instanceof Scalar s
                        && s.kind() != Kind.EMPTY
                        && !s.text().isBlank()
                ? Optional.of(s.text())
                : Optional.empty();
    }

    /// A temperature that Quarry can send.
    static Optional<Double> temperature(Mapping mapping) {
        return value(mapping, "temperature")
                .filter(t -> t.matches("[01](\\.\\d{1,9})?"))
                .map(Double::valueOf)
                .filter(t -> t <= 1);
    }

    boolean has(String key) {
        return frontMatter.entries().containsKey(key);
    }
}
