package dev.quarry.language;

import java.util.List;

/// A programming language. One entry in [Languages] is all it takes to add one.
///
/// @param id lower case, used in files and on the command line, such as `c-sharp`
/// @param name as its community writes it, such as `C#`
/// @param extensions without the dot, lower case, most usual first
/// @param fenceLabels what a Markdown fence may call it, lower case, most usual first
public record Language(String id, String name, List<String> extensions, List<String> fenceLabels) {

    public Language {
        extensions = List.copyOf(extensions);
        fenceLabels = List.copyOf(fenceLabels);
    }

    @Override
    public String toString() {
        return name;
    }
}
