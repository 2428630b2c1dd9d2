package dev.quarry.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A programming language. One line in the table that [Languages] reads is all it takes to add one.
///
/// @param id lower case, used in files and on the command line, such as `c-sharp`
/// @param name as its community writes it, such as `C#`
/// @param extensions without the dot, lower case, most usual first
/// @param fenceLabels what a Markdown fence may call it, lower case, most usual first
/// @param indent one step of indentation: a tab, or some spaces
/// @param strings marks of strings that end with their line
/// @param texts marks of strings that may go over several lines, longest first
/// @param brackets in pairs, such as `()[]{}`
/// @param blocks words that open and close a block
/// @param grammar the name of its tree-sitter grammar; empty when there is none
/// @param lexer the style of RSyntaxTextArea that colours it, or `rules`; empty when there is none
/// @param errors how far its syntax errors may be believed
public record Language(
        String id,
        String name,
        List<String> extensions,
        List<String> fenceLabels,
        String indent,
        CommentMarks comments,
        List<String> strings,
        List<String> texts,
        String brackets,
        List<BlockWords> blocks,
        String grammar,
        String lexer,
        ErrorTrust errors) {

    public Language {
        extensions = List.copyOf(extensions);
        fenceLabels = List.copyOf(fenceLabels);
        strings = List.copyOf(strings);
        texts = List.copyOf(texts);
        blocks = List.copyOf(blocks);
    }

    /// The table has each ID once. Asked for each line that is coloured, and while the window starts.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Language language && id.equals(language.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
