package dev.quarry.check;

import dev.quarry.language.Language;
import dev.quarry.language.Languages;
import dev.quarry.language.syntax.Declaration;
import dev.quarry.language.syntax.SyntaxDocument;
import dev.quarry.language.syntax.SyntaxError;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A text that was read once, with what the checks ask of it.
///
/// @param line how many lines stand before it in the answer's code
/// @param bare the text with comments and strings blanked out
/// @param errors what its parser says
/// @param parsed whether there is a parser
record Piece(
        String text,
        Language language,
        int line,
        BareText bare,
        List<Declaration> declarations,
        List<SyntaxError> errors,
        boolean parsed) {

    static Piece read(String text, Language language, int line) {
        if (language.equals(Languages.PLAIN_TEXT)) {
            return new Piece(text, language, line, BareText.of(text, language), List.of(), List.of(), false);
        }
        try (var document = SyntaxDocument.open(language)) {
            document.update(text);
            return new Piece(
                    text,
                    language,
                    line,
                    BareText.of(text, language),
                    document.declarations(),
                    document.errors(),
                    document.tellsErrors());
        }
    }

    /// What it declares, without the habits of a language.
    Set<String> declaredNames() {
        return declarations.stream().map(d -> Names.plain(d.name())).collect(Collectors.toSet());
    }

    /// The line of that offset in the answer's code, 1-based.
    int lineAt(int offset) {
        return line
                + 1
                + (int) text.substring(0, Math.min(offset, text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}
