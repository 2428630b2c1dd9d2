/// Syntax trees: colours that know the grammar, and syntax errors. Where no grammar or no native library is,
/// the lexers colour. The only user of tree-sitter.
@NullMarked
package dev.quarry.language.syntax;

import org.jspecify.annotations.NullMarked;
