package dev.quarry.language.lexer;

import dev.quarry.language.TokenKind;
import javax.swing.text.Segment;
import org.fife.ui.rsyntaxtextarea.Token;
import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.TokenMakerFactory;
import org.fife.ui.rsyntaxtextarea.TokenTypes;
import org.jspecify.annotations.Nullable;

/// A lexer of RSyntaxTextArea. Its state between lines is the type of the last token, as that library has it.
final class TokenMakerLexer implements LineLexer {

    private final TokenMaker maker;
    private final boolean json;

    /// @param style such as `text/java`
    TokenMakerLexer(String style) {
        maker = TokenMakerFactory.getDefaultInstance().getTokenMaker(style);
        json = style.contains("json") || style.contains("jshintrc");
    }

    @Override
    public int lex(String text, int start, int end, int state, SpanList spans) {
        var line = text.substring(start, end).toCharArray();
        Token token = maker.getTokenList(new Segment(line, 0, line.length), state, start);
        var last = state;
        while (token != null) {
            last = token.getType();
            if (token.isPaintable() && token.length() > 0) {
                var kind = kind(token, text, end);
                if (kind != null) {
                    spans.add(token.getOffset(), token.getOffset() + token.length(), kind);
                }
            }
            token = token.getNextToken();
        }
        return last;
    }

    private @Nullable TokenKind kind(Token token, String text, int lineEnd) {
        var first = text.charAt(token.getOffset());
        return switch (token.getType()) {
            case TokenTypes.COMMENT_EOL, TokenTypes.COMMENT_MULTILINE, TokenTypes.MARKUP_COMMENT -> TokenKind.COMMENT;
            case TokenTypes.COMMENT_DOCUMENTATION, TokenTypes.COMMENT_KEYWORD, TokenTypes.COMMENT_MARKUP ->
                TokenKind.DOC_COMMENT;
            case TokenTypes.RESERVED_WORD,
                    TokenTypes.RESERVED_WORD_2,
                    TokenTypes.MARKUP_DTD,
                    TokenTypes.MARKUP_PROCESSING_INSTRUCTION -> TokenKind.KEYWORD;
            // Classes of a standard library count as functions there.
            case TokenTypes.FUNCTION -> Character.isUpperCase(first) ? TokenKind.TYPE : TokenKind.FUNCTION;
            case TokenTypes.LITERAL_BOOLEAN -> TokenKind.CONSTANT;
            case TokenTypes.LITERAL_NUMBER_DECIMAL_INT,
                    TokenTypes.LITERAL_NUMBER_FLOAT,
                    TokenTypes.LITERAL_NUMBER_HEXADECIMAL,
                    TokenTypes.ERROR_NUMBER_FORMAT -> TokenKind.NUMBER;
            case TokenTypes.LITERAL_STRING_DOUBLE_QUOTE,
                    TokenTypes.LITERAL_CHAR,
                    TokenTypes.LITERAL_BACKQUOTE,
                    TokenTypes.REGEX,
                    TokenTypes.ERROR_STRING_DOUBLE,
                    TokenTypes.ERROR_CHAR,
                    TokenTypes.MARKUP_TAG_ATTRIBUTE_VALUE,
                    TokenTypes.MARKUP_CDATA -> TokenKind.STRING;
            case TokenTypes.DATA_TYPE -> TokenKind.TYPE;
            case TokenTypes.VARIABLE -> json ? TokenKind.PROPERTY : TokenKind.VARIABLE;
            case TokenTypes.ANNOTATION, TokenTypes.PREPROCESSOR -> TokenKind.ANNOTATION;
            case TokenTypes.OPERATOR -> TokenKind.OPERATOR;
            case TokenTypes.SEPARATOR, TokenTypes.MARKUP_TAG_DELIMITER, TokenTypes.MARKUP_CDATA_DELIMITER ->
                TokenKind.PUNCTUATION;
            case TokenTypes.MARKUP_TAG_NAME -> TokenKind.TAG;
            case TokenTypes.MARKUP_TAG_ATTRIBUTE -> TokenKind.ATTRIBUTE;
            case TokenTypes.MARKUP_ENTITY_REFERENCE -> TokenKind.ESCAPE;
            // Where the library has no type for a sign, it calls it a name.
            case TokenTypes.IDENTIFIER ->
                token.length() == 1 && ",;:".indexOf(first) >= 0
                        ? TokenKind.PUNCTUATION
                        : Words.kindOfName(text, token.getOffset(), token.getEndOffset(), lineEnd);
            default -> null;
        };
    }
}
