package dev.quarry.ui.diff;

import dev.quarry.diff.LineText;
import dev.quarry.diff.file.TextFile;
import dev.quarry.language.Language;

/// Where a result can go besides files and the clipboard. FX thread only.
public interface ResultTarget {

    /// Puts the text into the input pane; the user can undo it there.
    void toInput(LineText text, Language language);

    /// The file of the input was written to, and is that now.
    void written(TextFile now);
}
