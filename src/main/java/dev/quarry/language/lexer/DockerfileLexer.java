package dev.quarry.language.lexer;

import dev.quarry.language.TokenKind;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Colours Dockerfiles: the instructions here, what they run by a lexer for shells. Its state between lines
/// is 0, or 1 more than the shell's, or -2 where an instruction without a shell goes on.
final class DockerfileLexer implements LineLexer {

    private static final Pattern INSTRUCTION = Pattern.compile("\\s*([A-Za-z]+)(?=\\s|$)");
    private static final Set<String> WITH_SHELL = Set.of("RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK", "ONBUILD");
    private static final Pattern PIECE = Pattern.compile(
            "(?<string>\"[^\"]*\"?|'[^']*'?)|(?<variable>\\$\\{[^}]*\\}?|\\$\\w+)|(?<flag>(?<!\\S)--[\\w-]+)"
                    + "|(?<key>[\\w.-]+)(?==)|(?<keyword>(?<!\\S)(?i:AS|NONE|CMD)(?!\\S))|(?<number>(?<!\\S)\\d+(?:/tcp|/udp)?(?!\\S))"
                    + "|(?<operator>[=:@\\\\])|(?<bracket>[\\[\\],])|[\\w./-]+");
    private static final int IN_SHELL = 1;
    private static final int IN_WORDS = -2;

    private final LineLexer shell = new TokenMakerLexer("text/unix");

    @Override
    public int lex(String text, int start, int end, int state, SpanList spans) {
        var first = start;
        while (first < end && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        if (first < end && text.charAt(first) == '#') {
            spans.add(first, end, TokenKind.COMMENT);
            return state;
        }
        if (state == START) {
            var instruction = INSTRUCTION.matcher(text).region(start, end);
            if (!instruction.lookingAt()) {
                return START;
            }
            spans.add(instruction.start(1), instruction.end(1), TokenKind.KEYWORD);
            var runs = WITH_SHELL.contains(instruction.group(1).toUpperCase(Locale.ROOT));
            return rest(text, instruction.end(), end, runs ? IN_SHELL : IN_WORDS, spans);
        }
        return rest(text, start, end, state, spans);
    }

    private int rest(String text, int start, int end, int state, SpanList spans) {
        var goesOn = end > start && text.charAt(end - 1) == '\\';
        if (state == IN_WORDS) {
            words(text, start, end, spans);
            return goesOn ? IN_WORDS : START;
        }
        var inShell = shell.lex(text, start, end, state - IN_SHELL, spans);
        return goesOn ? Math.max(0, inShell) + IN_SHELL : START;
    }

    private static void words(String text, int start, int end, SpanList spans) {
        var piece = PIECE.matcher(text).region(start, end).useTransparentBounds(true);
        while (piece.find()) {
            if (piece.group("string") != null) {
                spans.add(piece.start(), piece.end(), TokenKind.STRING);
            } else if (piece.group("variable") != null) {
                spans.add(piece.start(), piece.end(), TokenKind.VARIABLE);
            } else if (piece.group("flag") != null) {
                spans.add(piece.start(), piece.end(), TokenKind.ATTRIBUTE);
            } else if (piece.group("key") != null) {
                spans.add(piece.start(), piece.end(), TokenKind.PROPERTY);
            } else if (piece.group("keyword") != null) {
                spans.add(piece.start(), piece.end(), TokenKind.KEYWORD);
            } else if (piece.group("number") != null) {
                spans.add(piece.start(), piece.end(), TokenKind.NUMBER);
            } else if (piece.group("operator") != null) {
                spans.add(piece.start(), piece.end(), TokenKind.OPERATOR);
            } else if (piece.group("bracket") != null) {
                spans.add(piece.start(), piece.end(), TokenKind.PUNCTUATION);
            }
        }
    }
}
