package dev.quarry.preset;

import java.util.List;
import java.util.Map;

/// A value of a preset's front matter that remembers the line of the file it starts in, 1-based.
sealed interface YamlNode {

    int line();

    /// One word, number or text.
    record Scalar(String text, Kind kind, int line) implements YamlNode {}

    record Sequence(List<YamlNode> items, int line) implements YamlNode {}

    /// Values by key.
    ///
    /// @param entries in the order of the file
    record Mapping(Map<String, Entry> entries, int line) implements YamlNode {}

    /// A value and the key it stands behind.
    ///
    /// @param line that of the key
    record Entry(YamlNode value, int line) {}

    /// What YAML takes a scalar for. What is in quotes is text.
    enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        EMPTY
    }
}
