package dev.quarry.check;

/// One thing that a check found.
///
/// @param line of the answer's code, 1-based; 0 when it is about no line
/// @param column 1-based, in UTF-16 units; 0 when it is not known
/// @param message a few words or a sentence, without the place
/// @param weight whether it fails the check
public record Finding(int line, int column, String message, Weight weight) {

    /// How much a finding counts.
    public enum Weight {
        /// The answer cannot be used as it is.
        FAILURE,
        /// Worth a look; may be right.
        DOUBT
    }

    /// About the answer as a whole.
    static Finding failure(String message) {
        return new Finding(0, 0, message, Weight.FAILURE);
    }

    static Finding doubt(String message) {
        return new Finding(0, 0, message, Weight.DOUBT);
    }

    Finding movedDown(int lines) {
        return line == 0 ? this : new Finding(line + lines, column, message, weight);
    }

    /// With its place, such as `line 12: missing ')'`.
    public String sentence() {
        return line == 0 ? message : "line " + line + ": " + message;
    }
}
