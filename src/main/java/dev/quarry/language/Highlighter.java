package dev.quarry.language;

import java.util.List;

/// Colours text. Safe to call from any thread; never throws for any text.
public interface Highlighter {

    /// The coloured pieces in order, without overlap; text between them is plain.
    List<Span> highlight(Language language, String text);
}
