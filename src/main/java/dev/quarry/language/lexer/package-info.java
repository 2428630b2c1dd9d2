/// Colours by lexers alone: what is shown before a syntax tree is there, and where there is none.
/// Sees the language table and the lexers of RSyntaxTextArea, none of its components.
@NullMarked
package dev.quarry.language.lexer;

import org.jspecify.annotations.NullMarked;
