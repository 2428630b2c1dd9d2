package dev.quarry.language.syntax;

import java.util.List;

/// A parser that knows a language exactly: what it refuses is wrong.
interface ExactParser {

    /// Most of them stop at the first error. Never throws because of the text.
    List<SyntaxError> errors(String text);
}
