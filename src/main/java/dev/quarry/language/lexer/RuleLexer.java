package dev.quarry.language.lexer;

import dev.quarry.language.TokenKind;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Colours by [LexerRules]. Its state between lines is 0, or the depth of the open block times the number of
/// blocks plus the block's number, counted from 1.
final class RuleLexer implements LineLexer {

    private static final Pattern NUMBER =
            Pattern.compile("0[xX][0-9a-fA-F_]+|0[bBoO][0-7_]+|\\d[\\d_]*+(?:\\.\\d[\\d_]*+)?(?:[eE][+-]?\\d+)?\\w*+");
    private static final Pattern CHARACTER = Pattern.compile("'(?:\\\\[^']{1,8}|\\\\'|[^'\\\\\\s]|[ ])'");
    private static final String OPERATORS = "+-*/%=<>!&|^~?.:@$\\";
    private static final String PUNCTUATION = "()[]{},;";

    private final LexerRules rules;

    RuleLexer(LexerRules rules) {
        this.rules = rules;
    }

    @Override
    public int lex(String text, int start, int end, int state, SpanList spans) {
        var at = start;
        var open = state;
        if (open == START && isCommentLine(text, start, end)) {
            spans.add(start, end, TokenKind.COMMENT);
            return START;
        }
        while (at < end) {
            if (open != START) {
                var from = at;
                var block = block(open);
                while (at < end && open != START) {
                    if (block.nests() && text.startsWith(block.open(), at)) {
                        open += rules.blocks().size();
                        at += block.open().length();
                    } else if (text.startsWith(block.close(), at)) {
                        open = Math.max(START, open - rules.blocks().size());
                        at += block.close().length();
                    } else {
                        at += !block.comment() && text.charAt(at) == '\\' ? 2 : 1;
                    }
                }
                at = Math.min(at, end);
                spans.add(from, at, block.comment() ? TokenKind.COMMENT : TokenKind.STRING);
                continue;
            }
            var opened = blockAt(text, at);
            if (opened > 0) {
                open = opened;
                var block = block(open);
                var to = Math.min(end, at + block.open().length());
                spans.add(at, to, block.comment() ? TokenKind.COMMENT : TokenKind.STRING);
                at = to;
            } else {
                at = plain(text, start, at, end, spans);
            }
        }
        return open;
    }

    /// Takes what lies on this line only, at least one character.
    private int plain(String text, int lineStart, int at, int end, SpanList spans) {
        var c = text.charAt(at);
        for (var mark : rules.lineComments()) {
            if (text.startsWith(mark, at) && startsComment(mark, text, lineStart, at)) {
                spans.add(at, end, TokenKind.COMMENT);
                return end;
            }
        }
        if (isWordStart(c)) {
            return rules.headers() && text.charAt(lineStart) == '['
                    ? header(text, at, end, spans)
                    : word(text, at, end, spans);
        }
        if (rules.strings().indexOf(c) >= 0 && !isApostrophe(text, lineStart, at)) {
            return string(text, at, end, spans);
        }
        if (c == '\'') {
            var literal = CHARACTER.matcher(text).region(at, end);
            if (literal.lookingAt()) {
                spans.add(at, literal.end(), TokenKind.STRING);
                return literal.end();
            }
        }
        if (c >= '0' && c <= '9') {
            var number = NUMBER.matcher(text).region(at, end);
            var to = number.lookingAt() ? number.end() : at + 1;
            spans.add(at, to, TokenKind.NUMBER);
            return to;
        }
        if (at + 1 < end && isWordStart(text.charAt(at + 1))) {
            var marked = marked(c);
            if (marked != null) {
                var to = wordEnd(text, at + 1, end);
                spans.add(at, to, marked);
                return to;
            }
        }
        if (OPERATORS.indexOf(c) >= 0) {
            spans.add(at, at + 1, TokenKind.OPERATOR);
        } else if (PUNCTUATION.indexOf(c) >= 0) {
            spans.add(at, at + 1, TokenKind.PUNCTUATION);
        }
        return at + 1;
    }

    private @Nullable TokenKind marked(char c) {
        if (rules.annotation().indexOf(c) >= 0) {
            return TokenKind.ANNOTATION;
        }
        return rules.atom().indexOf(c) >= 0 ? TokenKind.CONSTANT : null;
    }

    private int header(String text, int at, int end, SpanList spans) {
        var to = wordEnd(text, at, end);
        spans.add(at, to, TokenKind.TYPE);
        return to;
    }

    private int word(String text, int at, int end, SpanList spans) {
        var to = wordEnd(text, at, end);
        var kind = kindOfWord(text, at, to, end);
        if (kind != null) {
            spans.add(at, to, kind);
        }
        return to;
    }

    private @Nullable TokenKind kindOfWord(String text, int at, int to, int end) {
        if (!rules.keySeparator().isEmpty() && isKey(text, to, end)) {
            return TokenKind.PROPERTY;
        }
        var word = text.substring(at, to);
        if (rules.ignoresCase()) {
            word = word.toLowerCase(Locale.ROOT);
        }
        if (rules.keywords().contains(word)) {
            return TokenKind.KEYWORD;
        }
        if (rules.constants().contains(word)) {
            return TokenKind.CONSTANT;
        }
        if (rules.types().contains(word)) {
            return TokenKind.TYPE;
        }
        return rules.namesTell() ? Words.kindOfName(text, at, to, end) : null;
    }

    /// A colon makes a key only before a space or at the end of the line, and other separators only when
    /// single.
    private boolean isKey(String text, int at, int end) {
        var separator = rules.keySeparator().charAt(0);
        var i = at;
        while (separator != ':' && i < end && text.charAt(i) == ' ') {
            i++;
        }
        if (i >= end || text.charAt(i) != separator) {
            return false;
        }
        return separator == ':'
                ? i + 1 == end || text.charAt(i + 1) == ' '
                : i + 1 == end || text.charAt(i + 1) != separator;
    }

    private int string(String text, int at, int end, SpanList spans) {
        var quote = text.charAt(at);
        var i = at + 1;
        while (i < end && text.charAt(i) != quote) {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        var to = Math.min(end, i + 1);
        var after = to;
        while (after < end && text.charAt(after) == ' ') {
            after++;
        }
        var key = !rules.keySeparator().isEmpty() && isKey(text, after, end);
        spans.add(at, to, key ? TokenKind.PROPERTY : TokenKind.STRING);
        return to;
    }

    /// A quote after a letter opens nothing, as in `it's`.
    private static boolean isApostrophe(String text, int lineStart, int at) {
        return text.charAt(at) == '\'' && at > lineStart && Character.isLetterOrDigit(text.charAt(at - 1));
    }

    /// A hash within a word of YAML or a shell is no comment.
    private static boolean startsComment(String mark, String text, int lineStart, int at) {
        return !mark.equals("#") || at == lineStart || !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    private boolean isCommentLine(String text, int start, int end) {
        var column = start + rules.commentColumn();
        return rules.commentColumn() >= 0
                && column < end
                && "*/".indexOf(text.charAt(column)) >= 0
                && text.substring(start, column).chars().allMatch(c -> c == ' ' || (c >= '0' && c <= '9'));
    }

    private boolean isWordStart(char c) {
        return Character.isLetter(c) || c == '_';
    }

    private int wordEnd(String text, int at, int end) {
        var i = at;
        while (i < end
                && (Character.isLetterOrDigit(text.charAt(i))
                        || text.charAt(i) == '_'
                        || rules.wordCharacters().indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        return i;
    }

    private LexerRules.Block block(int state) {
        return rules.blocks().get((state - 1) % rules.blocks().size());
    }

    private int blockAt(String text, int at) {
        for (var i = 0; i < rules.blocks().size(); i++) {
            if (text.startsWith(rules.blocks().get(i).open(), at)) {
                return i + 1;
            }
        }
        return START;
    }
}
