package dev.quarry.language.lexer;

import dev.quarry.language.TokenKind;
import org.jspecify.annotations.Nullable;

/// What a name is, as far as its spelling and its neighbour tell.
final class Words {

    private Words() {}

    /// Null for a name that says nothing, and for what is no name.
    static @Nullable TokenKind kindOfName(String text, int start, int end, int lineEnd) {
        var first = text.charAt(start);
        if (!Character.isLetter(first) && first != '_') {
            return null;
        }
        if (end < lineEnd && text.charAt(end) == '(') {
            return Character.isUpperCase(first) ? TokenKind.TYPE : TokenKind.FUNCTION;
        }
        if (!Character.isUpperCase(first)) {
            return null;
        }
        for (var i = start; i < end; i++) {
            if (Character.isLowerCase(text.charAt(i))) {
                return TokenKind.TYPE;
            }
        }
        return end - start > 1 ? TokenKind.CONSTANT : TokenKind.TYPE;
    }
}
