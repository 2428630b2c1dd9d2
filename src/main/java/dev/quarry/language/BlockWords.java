package dev.quarry.language;

/// Two words that mark a block, such as `do` and `end`.
///
/// @param leading whether the first one opens a block only where a statement or a value starts, as Ruby's
/// `if` does
public record BlockWords(String open, String close, boolean leading) {}
