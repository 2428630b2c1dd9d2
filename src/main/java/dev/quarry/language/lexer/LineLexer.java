package dev.quarry.language.lexer;

/// Colours one line after the other. What a line leaves open, such as a comment, is handed on as a number.
/// Not safe for use from several threads at once.
interface LineLexer {

    /// The state in which a text starts.
    int START = 0;

    /// Colours one line.
    ///
    /// @param text holds the line
    /// @param start of the line, inclusive
    /// @param end of the line, exclusive, its ending not included
    /// @param state what the line before returned, [#START] for the first
    /// @param spans takes the pieces in order, with offsets into the text
    /// @return the state for the next line
    int lex(String text, int start, int end, int state, SpanList spans);
}
