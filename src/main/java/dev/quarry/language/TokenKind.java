package dev.quarry.language;

import java.util.Locale;

/// What a piece of source text is, as far as its colour goes. The style class is the name in lower case with
/// hyphens.
public enum TokenKind {
    KEYWORD,
    TYPE,
    FUNCTION,
    VARIABLE,
    PROPERTY,
    CONSTANT,
    STRING,
    ESCAPE,
    NUMBER,
    COMMENT,
    DOC_COMMENT,
    OPERATOR,
    PUNCTUATION,
    ANNOTATION,
    TAG,
    ATTRIBUTE,
    HEADING,
    EMPHASIS,
    LINK;

    private final String styleClass = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// Such as `doc-comment`; `styles/syntax.css` gives it a colour.
    public String styleClass() {
        return styleClass;
    }
}
