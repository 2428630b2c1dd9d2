package dev.quarry.diff.review;

import dev.quarry.diff.LineEnding;

/// A line of the result.
///
/// @param ending what ends it when another line follows; never [LineEnding#NONE]
/// @param lastEnding what ends it when it is the last line
record ResultLine(String text, LineEnding ending, LineEnding lastEnding) {

    ResultLine {
        if (text.isEmpty() && lastEnding == LineEnding.NONE) {
            // Without text and without an ending there would be no line.
            lastEnding = ending;
        }
    }

    ResultLine withLastEnding(LineEnding other) {
        return new ResultLine(text, ending, other);
    }

    boolean wantsNewlineAtEnd() {
        return lastEnding != LineEnding.NONE;
    }
}
