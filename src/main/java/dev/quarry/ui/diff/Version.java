package dev.quarry.ui.diff;

import dev.quarry.diff.LineText;
import dev.quarry.diff.file.TextFile;
import dev.quarry.language.Language;
import dev.quarry.run.RunRequest;
import org.jspecify.annotations.Nullable;

/// A text that is compared, as it was when it was taken. Immutable.
///
/// @param name what the user calls it, such as `Input`
/// @param language decides its colours
/// @param file the file it is or came from, as that was read; null when there is none
/// @param origin the run that wrote it; null when no model did
public record Version(
        String name,
        LineText text,
        Language language,
        @Nullable TextFile file,
        @Nullable Origin origin) {

    /// What was asked and what was answered, so that the same conversation can go on.
    public record Origin(RunRequest request, String answer) {}

    Version withText(LineText other) {
        return new Version(name, other, language, file, origin);
    }
}
