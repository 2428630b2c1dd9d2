package dev.quarry.ui.diff;

import dev.quarry.diff.Whitespace;
import dev.quarry.diff.file.TextFile;
import dev.quarry.diff.review.Review;
import org.jspecify.annotations.Nullable;

/// A comparison that made room for another one, with what was decided on it, so that it can come back.
///
/// @param left what was chosen, likewise `right`
/// @param file the file the result goes to, as it was known then
record Former(
        Comparison comparison,
        Review review,
        LineColours leftColours,
        LineColours rightColours,
        @Nullable Source left,
        @Nullable Source right,
        Whitespace whitespace,
        @Nullable TextFile file) {}
