package dev.quarry.ui.diff;

import dev.quarry.diff.DiffOptions;
import dev.quarry.diff.LineDiff;
import dev.quarry.diff.LineText;
import dev.quarry.diff.Whitespace;
import dev.quarry.diff.file.TextFileException;
import dev.quarry.language.Highlighter;
import org.jspecify.annotations.Nullable;

/// A comparison that is to be made. Holds what the FX thread knows, so that any other thread can make it.
///
/// @param chosen what the pickers said
/// @param left to be read, likewise `right`; null when nothing is chosen, or `again` is given
/// @param again versions that were read before
record ComparisonJob(
        Chosen chosen,
        Source.@Nullable Content left,
        Source.@Nullable Content right,
        @Nullable Pair again) {

    /// What the pickers say.
    record Chosen(@Nullable Source left, @Nullable Source right, Whitespace whitespace) {
        static final Chosen NOTHING = new Chosen(null, null, Whitespace.KEEP);
    }

    record Pair(Version left, Version right) {}

    /// What became of it.
    sealed interface Made {
        /// The two were compared.
        ///
        /// @param anew whether both texts were read again
        record Compared(Chosen chosen, Comparison comparison, LineColours left, LineColours right, boolean anew)
                implements Made {}

        record Refused(String sentence) implements Made {}

        record Nothing() implements Made {}
    }

    /// May block.
    Made make(Highlighter quick) {
        try {
            Version before;
            Version after;
            if (again != null) {
                before = again.left();
                after = again.right();
            } else if (left != null && right != null) {
                before = left.read();
                after = withEndOf(before.text(), right.read());
            } else {
                return new Made.Nothing();
            }
            var options = DiffOptions.STANDARD.with(chosen.whitespace());
            var comparison = Comparison.of(before, after, LineDiff.compare(before.text(), after.text(), options));
            return new Made.Compared(
                    chosen,
                    comparison,
                    LineColours.quick(quick, before.language(), before.text()),
                    LineColours.quick(quick, after.language(), after.text()),
                    again == null);
        } catch (TextFileException e) {
            return new Made.Refused(String.valueOf(e.getMessage()));
        }
    }

    /// A fence ends every answer with a newline: that says nothing about the end of the text.
    private static Version withEndOf(LineText left, Version right) {
        var text = right.text().text();
        if (right.origin() == null || left.size() == 0 || left.endsWithNewline() || !text.endsWith("\n")) {
            return right;
        }
        return right.withText(LineText.of(text.substring(0, text.length() - (text.endsWith("\r\n") ? 2 : 1))));
    }
}
