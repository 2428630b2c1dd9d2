package dev.quarry.check.tool;

import java.util.ArrayList;
import java.util.List;

/// A command that checks a text without running it, such as `python3 -I -m py_compile {file}`.
///
/// @param words the program and its arguments; where one holds `{file}` the name of the file comes, and without any
/// the text goes to standard input
public record ToolCommand(List<String> words) {

    public static final String FILE = "{file}";

    public ToolCommand {
        words = List.copyOf(words);
        if (words.isEmpty() || words.getFirst().isBlank()) {
            throw new IllegalArgumentException("a command names a program");
        }
    }

    /// Parts a line at its spaces; double quotes keep spaces together.
    ///
    /// @throws IllegalArgumentException when nothing is left
    public static ToolCommand parse(String line) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        var quoted = false;
        var begun = false;
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
                begun = true;
            } else if (Character.isWhitespace(c) && !quoted) {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else {
                word.append(c);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return new ToolCommand(words);
    }

    public String program() {
        return words.getFirst();
    }

    public boolean takesFile() {
        return words.stream().anyMatch(w -> w.contains(FILE));
    }

    /// As a user would type it.
    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
