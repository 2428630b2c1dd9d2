package dev.quarry.language.syntax;

import io.github.treesitter.jtreesitter.Language;

/// A grammar that is loaded, and the query that colours its trees. Lives as long as the application. Safe to
/// use from any thread.
record Grammar(Language language, HighlightQuery query) {}
