package dev.quarry.language.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Finds the sections and paragraphs of a COBOL program: what `PERFORM` and `GO TO` go to. Only the procedure division
/// has them; the headings of the other divisions name no code. Nothing outside of a program can reach a paragraph.
final class CobolParagraphs {

    private static final Pattern PROCEDURES =
            Pattern.compile("(?im)^(?:.{6} )?[ \\t]*PROCEDURE[ \\t]+DIVISION\\b[^.]*\\.");
    private static final Pattern DIVISION = Pattern.compile("(?i)\\bDIVISION\\b");

    /// In area A: at most three columns behind the indicator. Statements of one word end with a period too.
    private static final Pattern HEADER = Pattern.compile("(?im)^(?:.{6} )?[ ]{0,3}"
            + "(?!(?:END-[A-Z]+|EXIT|GOBACK|CONTINUE|ELSE)(?:[ ]|\\.))"
            + "(?<name>[A-Z0-9][A-Z0-9-]*)(?:[ ]+SECTION(?:[ ]+[0-9]+)?)?[ ]*\\.(?=[ \\t]*(?:\\R|$|[A-Z]))");

    private CobolParagraphs() {}

    /// In the order of the text. Each goes on to the next, or to the end.
    static List<Declaration> of(String text) {
        var division = PROCEDURES.matcher(text);
        int from;
        if (division.find()) {
            from = division.end();
        } else if (DIVISION.matcher(text).find()) {
            return List.of();
        } else {
            from = 0; // a copy book, or a stretch that was selected
        }
        var headers = HEADER.matcher(text).region(from, text.length()).results().toList();
        var found = new ArrayList<Declaration>();
        for (var i = 0; i < headers.size(); i++) {
            var header = headers.get(i);
            var end = i + 1 < headers.size() ? headers.get(i + 1).start() : text.length();
            found.add(new Declaration(
                    Declaration.Kind.FUNCTION, header.group("name"), false, header.start(), end, header.end(), end));
        }
        return found;
    }
}
